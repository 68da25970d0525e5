/** What a set of racks draws, gives off, weighs and holds: the terms are the devices that stand there. */
import { formatCount } from '../../base/format-count.ts';
import { Memory } from '../../base/memory.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import { takeCensuses } from '../block-census.ts';
import { computeOpticsPower, type OpticsPower } from '../optics-power.ts';
import { getDevicePower, type PowerBasis } from '../power.ts';
import type { RackFigures } from '../facility-report.ts';
import type { Report } from '../report.ts';
import { explainAirOf, explainCoolantOf } from './explain-facility.ts';
import { describeUnknown, markUnknown } from './explain-power.ts';
import type { ExplainedValue, Explanation } from './explanation.ts';
import type { SumField } from './metric-fields.ts';
import { listPartSources } from './part-sources.ts';
import { findPlace, listPlaced, type PlacedMembers, type RackPlace } from './rack-places.ts';

/** null = no such place or field. */
export function explainSum(netlist: Netlist, report: Report, field: string, placeId: string): Explanation | null {
  const place = findPlace(netlist, report, placeId);
  if (!place) return null;
  switch (field as SumField) {
    case 'typical':
    case 'max':
      return explainDrawn(netlist, place, field as PowerBasis);
    case 'densest':
    case 'heaviest':
    case 'fullest':
      return explainMost(netlist, report, place, field as keyof typeof MOST);
    case 'weight':
    case 'units':
    case 'gpus':
      return explainHeld(netlist, place, field as 'weight' | 'units' | 'gpus');
    case 'racks':
      return explainRackCount(netlist, place);
    case 'air':
    case 'liquid':
    case 'open':
      return explainHeat(netlist, place, field as 'air' | 'liquid' | 'open');
    case 'airflow':
      return explainAirOf(report, `Airflow of ${place.name}`, place.figures.heat);
    case 'coolant':
      return explainCoolantOf(report, `Coolant of ${place.name}`, place.figures.heat);
    default:
      return null;
  }
}

function measureOptics(netlist: Netlist): OpticsPower {
  return computeOpticsPower(netlist, takeCensuses(netlist, new Memory()));
}

function countPlaced(placed: readonly PlacedMembers[]): Explanation['counted'] {
  return placed.map(({ group, members }) => ({
    label: group.name,
    refs: [{ kind: 'device', id: group.deviceId }],
    count: members.length,
  }));
}

interface Drawn {
  readonly eachW: number;
  readonly opticsW: number;
}

/** What one member draws by itself, and the optics of all of them. */
function measureDrawn({ group, members }: PlacedMembers, optics: OpticsPower, basis: PowerBasis): Drawn {
  const { eachW, atLeastW, addsOptics } = getDevicePower(group.part, basis);
  const { watts } = optics[basis];
  return {
    eachW: eachW ?? atLeastW,
    opticsW: addsOptics ? members.reduce((sum, member) => sum + (watts[member] as number), 0) : 0,
  };
}

function explainDrawn(netlist: Netlist, place: RackPlace, basis: PowerBasis): Explanation {
  const placed = listPlaced(netlist, place);
  const optics = measureOptics(netlist);
  const sum = basis === 'typical' ? place.figures.typicalW : place.figures.maxW;
  const fields = basis === 'typical' ? ['powerTypicalW', 'powerTypicalBasis'] : ['powerMaxW', 'powerMaxBasis'];
  return {
    title: `Power of ${place.name}, ${basis === 'typical' ? 'typical' : 'maximum'}`,
    formula: 'P = Σ(n × p) + Σ(t)',
    values: [
      {
        symbol: 'P',
        value: sum.value,
        ...markUnknown(sum),
        unit: 'W',
        meaning: `devices of ${place.name} and their optics`,
      },
      ...placed.flatMap((own, i): ExplainedValue[] => {
        const { eachW, opticsW } = measureDrawn(own, optics, basis);
        const { group, members } = own;
        const isKnown = getDevicePower(group.part, basis).eachW !== null;
        return [
          { symbol: `n${i + 1}`, value: members.length, unit: 'devices', meaning: group.name },
          {
            symbol: `p${i + 1}`,
            value: eachW,
            ...(isKnown || eachW > 0 ? {} : { isUnknown: true }),
            unit: 'W each',
            meaning: `${group.part?.model ?? group.name}${isKnown || eachW === 0 ? '' : ', not known: at least this'}`,
          },
          { symbol: `t${i + 1}`, value: opticsW, unit: 'W', meaning: `optics in ${group.name}` },
        ];
      }),
    ],
    counted: countPlaced(placed),
    sources: listPartSources(
      placed.map(({ group }) => group.part),
      fields,
    ),
    caveats: describeUnknown(sum),
  };
}

const MOST = {
  densest: { title: 'Densest rack', field: 'max', valuesOf: ({ maxW }: RackFigures) => maxW.value },
  heaviest: { title: 'Heaviest rack', field: 'weight', valuesOf: ({ weightKg }: RackFigures) => weightKg.value },
  fullest: {
    title: 'Rack with the most units taken',
    field: 'units',
    valuesOf: ({ usedUnits }: RackFigures) => usedUnits,
  },
} as const;

/** The rack of a place that has most of something: the first of several. */
function explainMost(netlist: Netlist, report: Report, place: RackPlace, most: keyof typeof MOST): Explanation | null {
  const { title, field, valuesOf } = MOST[most];
  const values = valuesOf(report.facility.racks);
  let found = -1;
  values.forEach((value, rack) => {
    if (place.has(rack) && (found < 0 || value > (values[found] as number))) found = rack;
  });
  const group = netlist.rackGroups.find(({ firstRack, count }) => found >= firstRack && found < firstRack + count);
  if (!group) return null;
  const rackPlace = `rack/${found - group.firstRack}/${group.rackId}`;
  const explanation = explainSum(netlist, report, field, rackPlace);
  const rack = findPlace(netlist, report, rackPlace);
  return explanation && rack && { ...explanation, title: `${title} of ${place.name}: ${rack.name}` };
}

const HELD = {
  weight: { title: 'Weight', total: 'W', each: 'w', unit: 'kg', field: 'weightKg' },
  units: { title: 'Rack units', total: 'U', each: 'u', unit: 'U', field: 'rackUnits' },
  gpus: { title: 'GPUs', total: 'G', each: 'g', unit: 'GPUs', field: 'gpuCount' },
} as const;

function explainHeld(netlist: Netlist, place: RackPlace, what: keyof typeof HELD): Explanation {
  const { title, total, each, unit, field } = HELD[what];
  const placed = listPlaced(netlist, place);
  const eachOf = ({ group: { part } }: PlacedMembers): number => {
    if (what === 'weight') return part?.weightKg ?? 0;
    if (what === 'units') return Math.ceil(part?.rackUnits ?? 1);
    return part?.kind === 'server' ? (part.gpuCount ?? 0) : 0;
  };
  const sum = placed.reduce((all, own) => all + own.members.length * eachOf(own), 0);
  const { weightKg, usedUnits } = place.figures;
  return {
    title: `${title} of ${place.name}`,
    formula: `${total} = Σ(n × ${each})`,
    values: [
      {
        symbol: total,
        value: what === 'weight' ? weightKg.value : what === 'units' ? usedUnits : sum,
        ...(what === 'weight' ? markUnknown(weightKg) : {}),
        unit,
        meaning: `all devices of ${place.name}`,
      },
      ...placed.flatMap((own, i): ExplainedValue[] => [
        { symbol: `n${i + 1}`, value: own.members.length, unit: 'devices', meaning: own.group.name },
        {
          symbol: `${each}${i + 1}`,
          value: eachOf(own),
          ...(what === 'weight' && (own.group.part?.weightKg ?? null) === null ? { isUnknown: true } : {}),
          unit: `${unit} each`,
          meaning: own.group.part?.model ?? own.group.name,
        },
      ]),
    ],
    counted: countPlaced(placed),
    sources: listPartSources(
      placed.map(({ group }) => group.part),
      [field],
    ),
    caveats: [
      ...(what === 'weight'
        ? ['Devices alone: frames, PDUs and cables are not in it.', ...describeUnknown(weightKg)]
        : []),
      ...(what === 'units' ? ['A device whose height nobody states takes one unit.'] : []),
    ],
  };
}

function explainRackCount(netlist: Netlist, place: RackPlace): Explanation {
  const groups = netlist.rackGroups.flatMap((group) => {
    let count = 0;
    for (let rack = group.firstRack; rack < group.firstRack + group.count; rack += 1) count += place.has(rack) ? 1 : 0;
    return count === 0 ? [] : [{ group, count }];
  });
  return {
    title: `Racks of ${place.name}`,
    formula: 'R = Σ(r)',
    values: [
      { symbol: 'R', value: place.figures.rackCount, unit: 'racks', meaning: place.name },
      ...groups.map(({ group, count }, i) => ({
        symbol: `r${i + 1}`,
        value: count,
        unit: 'racks',
        meaning: group.name,
      })),
    ],
    counted: groups.map(({ group, count }) => ({
      label: group.name,
      refs: [{ kind: 'rack', id: group.rackId }],
      count,
    })),
    sources: [],
    caveats: ['Racks are counted as drawn, also empty ones.'],
  };
}

const HEAT = {
  air: { title: 'Heat to air', formula: 'A = Σ(h × (1 - s))', symbol: 'A', key: 'airW' },
  liquid: { title: 'Heat to liquid', formula: 'L = Σ(h × s)', symbol: 'L', key: 'liquidW' },
  open: { title: 'Heat to either', formula: 'O = Σ(h)', symbol: 'O', key: 'openW' },
} as const;

function explainHeat(netlist: Netlist, place: RackPlace, where: keyof typeof HEAT): Explanation {
  const { title, formula, symbol, key } = HEAT[where];
  const optics = measureOptics(netlist);
  const placed = listPlaced(netlist, place).filter(({ liquidShare }) => (liquidShare === null) === (where === 'open'));
  return {
    title: `${title} of ${place.name}`,
    formula,
    values: [
      { symbol, value: place.figures.heat[key], unit: 'W', meaning: `${title.toLowerCase()}, at maximum power` },
      ...placed.flatMap((own, i): ExplainedValue[] => {
        const { eachW, opticsW } = measureDrawn(own, optics, 'max');
        const count = own.members.length;
        const heat: ExplainedValue = {
          symbol: `h${i + 1}`,
          value: count * eachW + opticsW,
          unit: 'W',
          meaning: `${own.group.name}: ${formatCount(count)} with their optics; heat is electrical power`,
        };
        if (own.liquidShare === null) return [heat];
        const meaning = `share of it that liquid takes, ${own.group.part?.model ?? own.group.name}`;
        return [heat, { symbol: `s${i + 1}`, value: own.liquidShare, unit: '', meaning }];
      }),
    ],
    counted: countPlaced(placed),
    sources: listPartSources(
      placed.map(({ group }) => group.part),
      ['cooling', 'powerMaxW'],
    ),
    caveats: [
      ...(where === 'open'
        ? [
            'Part of it goes to liquid, the rest to air; nobody states how much. The site may have a share set for such parts.',
          ]
        : []),
      ...describeUnknown(place.figures.maxW),
    ],
  };
}
