/** The report worker as the feed knows it: designs go there, and reports come back, whole. Reports travel in pieces as designs do. */
import type { ReportReply, ReportRequest } from '../workers/report-messages.ts';
import { ReplyReader, type WireMessage } from '../workers/reply-tables.ts';
import { createDesignPort, type RawPort } from './design-port.ts';
import type { WorkerPort } from './report-feed.ts';

export function createReportPort(worker: RawPort<WireMessage>): WorkerPort {
  const reader = new ReplyReader();
  const designs = createDesignPort<ReportRequest, WireMessage>(worker);
  const port: WorkerPort = {
    postMessage: designs.postMessage,
    terminate: designs.terminate,
    onmessage: null,
    onerror: null,
  };
  designs.onmessage = ({ data }) => {
    const arrived = reader.read(data);
    if (arrived) port.onmessage?.({ data: arrived.reply as ReportReply });
  };
  designs.onerror = (event) => port.onerror?.(event);
  return port;
}
