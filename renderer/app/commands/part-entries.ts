/** The parts of the catalog as lines of the command list: choosing one puts it where its kind belongs. */
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Part, PartKind } from '#core/catalog/part.ts';
import { isOffered } from '../../panels/palette-list.ts';
import { describeStatus, formatPartName, listKeyFacts } from '../../panels/part-facts.ts';
import { addPartAtCentre } from '../../store/add-part.ts';
import { catalog } from '../../store/design-store.ts';
import { setView } from '../../store/view-store.ts';
import type { CommandEntry, Ranked } from './command-entry.ts';
import { normalise, type Query, rankNames } from './match-text.ts';

interface IndexedPart {
  readonly part: Part;
  readonly names: readonly string[];
  readonly further: string;
}

const indexes = new WeakMap<Catalog, readonly IndexedPart[]>();

function indexParts(parts: Catalog): readonly IndexedPart[] {
  const known = indexes.get(parts);
  if (known) return known;
  const index = [...parts.byId.values()].filter(isOffered).map((part) => ({
    part,
    names: [part.model, formatPartName(part), part.partNumber ?? ''].filter(Boolean).map(normalise),
    further: normalise([part.id, ...listKeyFacts(part)].join(' ')),
  }));
  indexes.set(parts, index);
  return index;
}

/** Those that are drawn on the canvas by themselves; the others go into what is selected. */
const ON_CANVAS: ReadonlySet<PartKind> = new Set(['server', 'switch', 'rack']);
const STATUS_PENALTY: Readonly<Record<Part['status'], number>> = {
  shipping: 0,
  reference: 0,
  announced: 0.002,
  legacy: 0.004,
  end_of_sale: 0.006,
};
/** What is built with comes before what joins it. */
const KIND_PENALTY: Readonly<Record<PartKind, number>> = {
  server: 0,
  switch: 0,
  rack: 0,
  nic: 0.01,
  transceiver: 0.02,
  cable: 0.02,
  pdu: 0.01,
  cooling: 0.01,
};

export function createPartEntry(part: Part): CommandEntry {
  const status = describeStatus(part);
  return {
    id: `part ${part.id}`,
    kind: 'part',
    label: formatPartName(part),
    note: [...listKeyFacts(part).slice(0, 4), ...(status ? [status] : [])].join(' \u00b7 '),
    shortcut: null,
    isEnabled: true,
    isChecked: false,
    run() {
      if (ON_CANVAS.has(part.kind)) setView('topology');
      addPartAtCentre(part.id);
    },
  };
}

export function findParts(query: Query): Ranked<Part>[] {
  return indexParts(catalog()).flatMap(({ part, names, further }) => {
    const rank = rankNames(query, names, further);
    return rank === null ? [] : [{ rank: rank + KIND_PENALTY[part.kind] + STATUS_PENALTY[part.status], value: part }];
  });
}
