/**
 * Groups the connections of a link into cable assemblies. Fibre: each connection has its own trunks, or shares a splitter with
 * the others of its connector. Direct attach: one assembly joins whole cages, so all connections of a cage must lead where
 * its plugs can reach.
 */
import type { HubSide } from '../catalog/splitter-fit.ts';
import { getPlaceInCage, type LinkCages } from './link-cages.ts';
import { NONE } from './netlist.ts';

export interface CableJoints {
  /** Assembly of each connection, from 0; NONE = this cable cannot make it. */
  readonly assembly: Int32Array;
  readonly assemblyCount: number;
  /** Assemblies that each connection has to itself, numbered from its own on; 1 where connections share one. */
  readonly trunksPerConnection: number;
  readonly misfitCount: number;
}

/**
 * Joins cages by assemblies with `plugsA` plugs on the A side and `plugsB` on the B side (one of them 1).
 * A splitter's single plug fills a cage whose ports lead to up to n cages on the other side, each wholly taken by its tail.
 * Linear in the connections.
 */
export function joinCages(cages: Pick<LinkCages, 'cageA' | 'cageB'>, plugsA: number, plugsB: number): CableJoints {
  const hubIsA = plugsA <= plugsB;
  const hubs = hubIsA ? cages.cageA : cages.cageB;
  const tails = hubIsA ? cages.cageB : cages.cageA;
  const tailLimit = Math.max(plugsA, plugsB);
  const assemblyOfHub = new Map<number, number>();
  const assemblyOfTail = new Map<number, number>();
  const tailsInAssembly: number[] = [];
  const assembly = new Int32Array(hubs.length).fill(NONE);
  let misfitCount = 0;
  for (let i = 0; i < hubs.length; i += 1) {
    const hub = hubs[i] as number;
    const tail = tails[i] as number;
    let ofHub = assemblyOfHub.get(hub);
    const ofTail = assemblyOfTail.get(tail);
    if (ofTail !== undefined && ofTail === ofHub) {
      assembly[i] = ofTail;
      continue;
    }
    if (ofTail !== undefined || (ofHub !== undefined && (tailsInAssembly[ofHub] as number) >= tailLimit)) {
      misfitCount += 1;
      continue;
    }
    if (ofHub === undefined) {
      ofHub = tailsInAssembly.length;
      assemblyOfHub.set(hub, ofHub);
      tailsInAssembly.push(0);
    }
    assemblyOfTail.set(tail, ofHub);
    tailsInAssembly[ofHub] = (tailsInAssembly[ofHub] as number) + 1;
    assembly[i] = ofHub;
  }
  return { assembly, assemblyCount: tailsInAssembly.length, trunksPerConnection: 1, misfitCount };
}

/** Each connection gets `fibresPerConnection` trunks of its own. */
export function joinByFibre(connectionCount: number, fibresPerConnection: number): CableJoints {
  const assembly = new Int32Array(connectionCount);
  for (let i = 0; i < connectionCount; i += 1) assembly[i] = i * fibresPerConnection;
  const assemblyCount = connectionCount * fibresPerConnection;
  return { assembly, assemblyCount, trunksPerConnection: fibresPerConnection, misfitCount: 0 };
}

/** One splitter for every `tailCount` ports of a cage on the hub side: as many as one connector of its module serves. */
export function joinBySplitter(cages: LinkCages, hub: HubSide, tailCount: number): CableJoints {
  const [cageOf, firstPortOf] = hub === 'a' ? [cages.cageA, cages.firstPortA] : [cages.cageB, cages.firstPortB];
  const assembly = new Int32Array(cageOf.length);
  const assemblyOfPlug = new Map<number, number>();
  for (let i = 0; i < cageOf.length; i += 1) {
    const place = getPlaceInCage(cages, hub, i);
    const firstPort = (firstPortOf[cageOf[i] as number] as number) + place - (place % tailCount);
    let ofPlug = assemblyOfPlug.get(firstPort);
    if (ofPlug === undefined) {
      ofPlug = assemblyOfPlug.size;
      assemblyOfPlug.set(firstPort, ofPlug);
    }
    assembly[i] = ofPlug;
  }
  return { assembly, assemblyCount: assemblyOfPlug.size, trunksPerConnection: 1, misfitCount: 0 };
}
