/** The file that is being written, if one is: how far it is, and the way to call it off. One at a time. */
import { createStore, useStore } from 'zustand';
import type { ExportProgress } from '#core/io/export-progress.ts';
import type { ExportFile, ExportReply, ExportRequest } from '../workers/export-messages.ts';
import { createDesignPort, type DesignPort, type RawPort } from './design-port.ts';
import { design } from './design-store.ts';

export interface RunningExport {
  readonly file: ExportFile;
  /** null = the design is still being worked out. */
  readonly progress: ExportProgress | null;
}

interface ExportState {
  readonly running: RunningExport | null;
}

const exportStore = createStore<ExportState>(() => ({ running: null }));

export function useRunningExport(): RunningExport | null {
  return useStore(exportStore, (state) => state.running);
}

export type ExportPort = DesignPort<ExportRequest, ExportReply>;

function createExportWorker(): ExportPort {
  const worker = new Worker(new URL('../workers/export-worker.ts', import.meta.url), {
    type: 'module',
    name: 'export',
  });
  return createDesignPort<ExportRequest, ExportReply>(worker as RawPort<ExportReply>);
}

let callOff: (() => void) | null = null;

/** The bytes of the file; null = it was called off. A file still being written is called off for a new one. */
export function writeFile(file: ExportFile, createWorker = createExportWorker): Promise<Uint8Array | null> {
  cancelExport();
  const worker = createWorker();
  exportStore.setState({ running: { file, progress: null } });
  return new Promise((resolve, reject) => {
    const end = (): void => {
      worker.terminate();
      callOff = null;
      exportStore.setState({ running: null });
    };
    callOff = () => {
      end();
      resolve(null);
    };
    worker.onmessage = ({ data }) => {
      if (data.kind === 'progress') {
        exportStore.setState({ running: { file, progress: data.progress } });
        return;
      }
      end();
      if (data.kind === 'written') resolve(data.bytes);
      else reject(new Error(data.details));
    };
    worker.onerror = ({ message }) => {
      end();
      reject(new Error(message ?? 'The worker stopped without a message.'));
    };
    worker.postMessage({ file, design: design() });
  });
}

export function cancelExport(): void {
  callOff?.();
}
