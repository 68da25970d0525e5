/** What a context menu offers to select beside the object it was opened on: its kind, near and far, and its links. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Design } from '#core/design/design.ts';
import { formatShortcut } from '../store/shortcut-label.ts';
import { type AlikeScope, listAlike, listLinksOf } from '../store/select-alike.ts';
import { findAction } from '../store/action-registry.ts';
import { catalog, design } from '../store/design-store.ts';
import { select } from '../store/view-store.ts';
import type { MenuEntry } from '../ui/menu.tsx';
import { formatNumber } from '../ui/format.ts';

const PLACES: Readonly<Record<AlikeScope, string>> = {
  design: '',
  fabric: ' in this fabric',
  pod: ' in this pod',
  rack: ' in this rack',
};

/** A narrower place is listed when it holds fewer. */
export function listAlikeEntries(ref: ObjectRef, isMac: boolean): MenuEntry[] {
  const owner = design();
  const entries: MenuEntry[] = [];
  let lastCount = Number.POSITIVE_INFINITY;
  for (const scope of ['design', 'fabric', 'pod', 'rack'] as const) {
    const alike = listAlike(owner, [ref], scope);
    const isNarrower = alike.length < lastCount && alike.length > 1;
    if (scope !== 'design' && !isNarrower) continue;
    lastCount = alike.length;
    const id = `select-alike-${scope}`;
    entries.push({
      id,
      label: `Select all ${nameKind(owner, ref)}${PLACES[scope]} (${formatNumber(alike.length)})`,
      shortcut: formatShortcut(findAction(id)?.shortcut ?? null, isMac),
      startsGroup: scope === 'design',
      disabled: alike.length < 2,
      onSelect: () => select(alike),
    });
  }
  if (ref.kind !== 'link') entries.push(createLinksEntry(owner, ref));
  return entries;
}

function createLinksEntry(owner: Design, ref: ObjectRef): MenuEntry {
  const links = listLinksOf(owner, [ref]);
  return {
    id: 'select-links',
    label: `Select its links (${formatNumber(links.length)})`,
    disabled: links.length === 0,
    onSelect: () => select(links),
  };
}

function nameKind(owner: Design, ref: ObjectRef): string {
  if (ref.kind === 'rack') return 'racks like this';
  const partId = owner.devices[ref.id]?.partId;
  if (ref.kind === 'device') return (partId && catalog().byId.get(partId)?.model) || 'devices of this part';
  return `${owner.links[ref.id]?.speedGbps}G links like this`;
}
