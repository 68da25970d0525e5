/** The medium of one or several links: automatic, or one of the media of the catalog that fit. */
import { type ReactElement, useMemo } from 'react';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { MediumOption } from '#core/catalog/media.ts';
import type { Design, Link, Medium } from '#core/design/design.ts';
import { listLinkMedia, pickDistinctLinks, toMedium } from '../store/apply-medium.ts';
import { Select, type SelectOption } from '../ui/select.tsx';
import { describeCableKind, describeStatus } from './part-facts.ts';

interface MediumSelectProps {
  readonly id?: string;
  readonly design: Design;
  readonly catalog: Catalog;
  readonly links: readonly Link[];
  readonly onChange: (medium: Medium) => void;
}

const AUTO: Medium = { kind: 'auto' };

/** Media are values: equal ones have equal keys. */
function toKey(medium: Medium): string {
  switch (medium.kind) {
    case 'auto':
      return 'auto';
    case 'cable':
      return `cable ${medium.cableId}`;
    case 'optics':
      return `optics ${medium.transceiverAId} ${medium.transceiverBId} ${medium.cableId ?? ''}`;
  }
}

function describeOption(option: MediumOption): Pick<SelectOption, 'label' | 'note'> {
  const { cable } = option;
  const unconfirmed = option.unconfirmed.length > 0 ? 'fit not confirmed by a source' : null;
  if (option.kind === 'cable') {
    const note = [describeCableKind(cable), describeStatus(cable), unconfirmed].filter(Boolean).join(' \u00b7 ');
    return { label: cable.model, note };
  }
  const { transceiverA: a, transceiverB: b } = option;
  const label = a.id === b.id ? a.model : `${a.model} to ${b.model}`;
  const statuses = [...new Set([describeStatus(a), describeStatus(b), describeStatus(cable)])];
  const note = [`over ${cable.model}`, a.opticsFamily, cable.fiberType, ...statuses, unconfirmed]
    .filter(Boolean)
    .join(' \u00b7 ');
  return { label, note };
}

function describeForeign(medium: Medium, catalog: Catalog): string {
  const nameOf = (id: string): string => catalog.byId.get(id)?.model ?? id;
  if (medium.kind === 'auto') return 'Automatic';
  if (medium.kind === 'cable') return nameOf(medium.cableId);
  const [a, b] = [nameOf(medium.transceiverAId), nameOf(medium.transceiverBId)];
  return a === b ? a : `${a} to ${b}`;
}

/** Media that every one of the links can take, in the order of the first. */
function listCommonMedia(design: Design, catalog: Catalog, links: readonly Link[]): MediumOption[] {
  const [first, ...others] = pickDistinctLinks(design, links).map((link) => listLinkMedia(design, catalog, link));
  const otherKeys = others.map((options) => new Set(options.map((option) => toKey(toMedium(option)))));
  return (first ?? []).filter((option) => otherKeys.every((keys) => keys.has(toKey(toMedium(option)))));
}

export function MediumSelect({ id, design, catalog, links, onChange }: MediumSelectProps): ReactElement {
  const common = useMemo(() => listCommonMedia(design, catalog, links), [design, catalog, links]);
  const keys = new Set(links.map((link) => toKey(link.medium)));
  const current = links[0]?.medium ?? AUTO;
  const media = new Map<string, Medium>([['auto', AUTO]]);
  const options: SelectOption[] = [{ value: 'auto', label: 'Automatic', note: 'the cheapest class that fits' }];
  for (const option of common) {
    const medium = toMedium(option);
    media.set(toKey(medium), medium);
    options.push({ value: toKey(medium), ...describeOption(option) });
  }
  if (keys.size === 1 && !media.has(toKey(current))) {
    options.push({ value: toKey(current), label: describeForeign(current, catalog), note: 'does not fit these ports' });
  }
  const change = (key: string): void => {
    const medium = media.get(key);
    if (medium) onChange(medium);
  };
  return (
    <Select
      {...(id ? { id } : {})}
      value={keys.size === 1 ? toKey(current) : null}
      options={options}
      placeholder="Mixed"
      onChange={change}
    />
  );
}
