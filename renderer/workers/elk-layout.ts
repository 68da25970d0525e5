/**
 * Lays a graph out by ELK, in a worker of ELK's own: above a few dozen nodes it works for longer than a frame. The worker is
 * started for each question and ended after it, so that nothing large stays in memory and a question can be called off.
 */
import ElkConstructor from 'elkjs/lib/elk-api.js';
import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { type Graph, type GraphPlaces, readElkPlaces, toElkGraph } from './elk-graph.ts';

/** Rejects when the worker cannot start, and when `signal` calls it off. */
export async function layOutGraph(graph: Graph, signal: AbortSignal): Promise<GraphPlaces> {
  const worker = new Worker(elkWorkerUrl, { name: 'tidy' });
  const stopped = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('called off')));
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'The worker could not start.')));
  });
  const elk = new ElkConstructor({ algorithms: ['layered'], workerFactory: () => worker });
  try {
    return readElkPlaces(await Promise.race([elk.layout(toElkGraph(graph)), stopped]));
  } finally {
    worker.terminate();
  }
}
