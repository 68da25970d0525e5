/** What a link is made of, in a few words. */
import type { NetMedium } from './netlist.ts';

/** Short text for tables: `MMA4Z00-NS-FLT / MMA4Z00-NS, MFP7E10`. */
export function formatMedium(medium: NetMedium): string {
  if (medium.kind === 'unresolved') return 'not resolved';
  if (medium.kind === 'cable') return medium.cable.model;
  const a = medium.transceiverA.model;
  const b = medium.transceiverB.model;
  const modules = a === b ? a : `${a} / ${b}`;
  return medium.cable ? `${modules}, ${medium.cable.model}` : modules;
}
