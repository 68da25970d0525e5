/** What the card says that a line or its label shows under the pointer. */
import { viewStore } from '../store/view-store.ts';
import { describeBroken } from './broken-badge.tsx';
import { readLinePaint } from './overlay/line-paint.ts';
import type { LinkEdgeData } from './project-edges.ts';

/** Links of a trunk that the card names. */
const MOST_PARTS = 6;

/** As things are now. */
export function listLinkFacts(data: LinkEdgeData): string[] {
  const paint = readLinePaint(data.linkIds);
  const broken = { brokenCount: data.brokenCount, total: data.connectionCount };
  return [
    ...(broken.brokenCount > 0 && viewStore.getState().overlay !== 'failures' ? [describeBroken(broken)] : []),
    ...(paint && paint.fact !== '' ? [paint.fact] : []),
    ...(data.parts.length > 0 ? data.parts.slice(0, MOST_PARTS) : [data.mediumLabel ?? 'medium not computed yet']),
    ...(data.parts.length > MOST_PARTS ? [`and ${data.parts.length - MOST_PARTS} more links`] : []),
    ...(data.problems?.messages ?? []),
  ];
}
