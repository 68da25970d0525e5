/** What is printed on cables, by the template of the design. */
import { DEFAULT_CABLING } from '../design/floor.ts';
import { type LabelField, type LabelPiece, parseLabelTemplate } from '../design/label-template.ts';
import { type CableEnds, formatCagePort, type Side } from './cable-ends.ts';
import { getLinkPhase } from './link-phase.ts';
import type { Netlist, NetLink } from './netlist.ts';

export interface CableLabels {
  readonly pieces: readonly LabelPiece[];
  /** What is wrong with the design's template, in whose place the default one is used; null = nothing. */
  readonly problem: string | null;
  format(cable: number): string;
}

export interface LabelClash {
  /** Cables whose label another one has, too. */
  readonly cableCount: number;
  /** Two of them. */
  readonly example: { readonly label: string; readonly first: number; readonly second: number };
}

export function createCableLabels(netlist: Netlist, ends: CableEnds): CableLabels {
  const parsed = parseLabelTemplate(netlist.cabling.labelTemplate);
  const pieces = parsed.ok ? parsed.value : parseDefault();
  const readers = pieces.map((piece) => (typeof piece === 'string' ? piece : createReader(piece, netlist, ends)));
  return {
    pieces,
    problem: parsed.ok ? null : parsed.error,
    format(cable) {
      let label = '';
      for (const reader of readers) label += typeof reader === 'string' ? reader : reader(cable);
      return label;
    },
  };
}

/** null = no two cables are called the same. */
export function findLabelClash({ pieces, format }: CableLabels, cableCount: number): LabelClash | null {
  if (pieces.some((piece) => typeof piece === 'object' && piece.field === 'n')) return null;
  const firstOf = new Map<string, number>();
  const clashing = new Set<number>();
  let example: LabelClash['example'] | null = null;
  for (let cable = 0; cable < cableCount; cable += 1) {
    const label = format(cable);
    const first = firstOf.get(label);
    if (first === undefined) {
      firstOf.set(label, cable);
      continue;
    }
    clashing.add(first).add(cable);
    example ??= { label, first, second: cable };
  }
  return example && { cableCount: clashing.size, example };
}

function parseDefault(): LabelPiece[] {
  const parsed = parseLabelTemplate(DEFAULT_CABLING.labelTemplate);
  return parsed.ok ? parsed.value : [];
}

type LabelReader = (cable: number) => string;

function createReader({ field, width }: Exclude<LabelPiece, string>, netlist: Netlist, ends: CableEnds): LabelReader {
  const pad = (value: number): string => String(value).padStart(width, '0');
  const linkOf = (cable: number): NetLink => netlist.links[netlist.cableLink[cable] as number] as NetLink;
  const onEnd = (side: Side, name: string): LabelReader => createEndReader(side, name, pad, netlist, ends);
  const readers: Partial<Record<LabelField, LabelReader>> = {
    n: (cable) => pad(cable + 1),
    fabric: (cable) => netlist.fabrics[linkOf(cable).fabric]?.name ?? '',
    purpose: (cable) => netlist.fabrics[linkOf(cable).fabric]?.purpose ?? '',
    link: (cable) => linkOf(cable).linkId,
    phase: (cable) => pad(getLinkPhase(netlist, linkOf(cable))),
    length: (cable) => String(netlist.cableStocks[netlist.cableStock[cable] as number]?.lengthM ?? ''),
  };
  const [side, name = ''] = field.split('.');
  return readers[field] ?? onEnd(side === 'a' ? 'a' : 'b', name);
}

function createEndReader(
  side: Side,
  name: string,
  pad: (value: number) => string,
  netlist: Netlist,
  ends: CableEnds,
): LabelReader {
  if (name === 'device') return (cable) => ends.getMemberName(ends.getMember(cable, side));
  if (name === 'rack') return (cable) => ends.getRackName(netlist.memberRack[ends.getMember(cable, side)] as number);
  if (name === 'unit') {
    return (cable) => {
      const unit = netlist.memberUnit[ends.getMember(cable, side)] as number;
      return unit === 0 ? '' : pad(unit);
    };
  }
  return (cable) => formatCagePort(netlist, ends, ends.getCage(cable, side), ends.getPorts(cable, side));
}
