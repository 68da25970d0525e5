/** What typing into a name or count on the canvas does to the design. */
import { dispatch } from '../store/design-store.ts';
import { showNotice } from '../store/notice-store.ts';

type NodeKind = 'device' | 'rack';

export function renameNode(kind: NodeKind | 'unit', id: string, name: string): void {
  if (kind === 'unit') dispatch({ name: 'editUnit', args: { id, patch: { name } } });
  else if (kind === 'device') dispatch({ name: 'editDevice', args: { id, patch: { name } } });
  else dispatch({ name: 'editRack', args: { id, patch: { name } } });
}

/** Accepts '127', '× 127' and '1,016'. */
export function recountNode(kind: NodeKind, id: string, text: string): void {
  const count = parseCount(text);
  if (count === null) {
    showNotice('warning', `A count is a whole number of 1 or more; '${text}' is not.`);
    return;
  }
  if (kind === 'device') dispatch({ name: 'setDeviceCount', args: { id, count } });
  else dispatch({ name: 'editRack', args: { id, patch: { count } } });
}

export function parseCount(text: string): number | null {
  const digits = text.replaceAll(/[×x\s,]/g, '');
  const count = Number(digits);
  return /^\d{1,7}$/.test(digits) && count >= 1 ? count : null;
}
