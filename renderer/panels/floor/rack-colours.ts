/** What the colour of every rack says, by the question asked, with the legend in words. */
import type { FacilityReport, RackSum } from '#core/analysis/facility-report.ts';
import type { Report } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import { findGroup, type FloorPlan } from '#core/design/floor-plan.ts';
import type { FloorColour } from '../../store/floor-store.ts';
import { formatHeat, formatNumber } from '../../ui/format.ts';
import { BTU_PER_HOUR_PER_WATT, units } from '../../ui/units.ts';
import type { ColourStep, RackColours } from './colour-steps.ts';
import type { FloorToken, Hatch } from './floor-palette.ts';
import { colourByFabric } from './rack-fabrics.ts';

const NOT_KNOWN: ColourStep = { label: 'not known', token: 'surface-3', hatch: 'dots' };
const HEAT_TOKENS: readonly FloorToken[] = ['heat-0', 'heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5'];
const MOST_KINDS = 8;

/** Racks by one of the questions the legend asks. */
export function colourRacks(colour: FloorColour, plan: FloorPlan, design: Design, report: Report | null): RackColours {
  const facility = report && report.facility.racks.typicalW.value.length === plan.rackCount ? report.facility : null;
  switch (colour) {
    case 'kind':
      return colourByKind(plan);
    case 'fabric':
      return colourByFabric(plan, design);
    case 'phase':
      return colourByPhase(plan);
    case 'power':
      return colourByPower(plan, facility);
    case 'heat':
      return colourByHeat(plan, facility);
    case 'feed':
      return colourByFeed(plan, design, facility);
    case 'problems':
      return colourByProblems(plan, report);
  }
}

function forGroups(plan: FloorPlan, chooseStep: (index: number) => number): Uint8Array {
  const stepOf = new Uint8Array(plan.rackCount);
  for (const [index, { rack, firstRack }] of plan.groups.entries()) {
    stepOf.fill(chooseStep(index), firstRack, firstRack + rack.count);
  }
  return stepOf;
}

function fabricToken(index: number): FloorToken {
  return `fabric-${(index % 8) + 1}` as FloorToken;
}

const HATCHES: readonly Hatch[] = ['none', 'lines', 'dots', 'cross'];

/** Beside the colour, so that neighbours in the legend are told apart without it. */
function hatchFor(index: number): Hatch {
  return HATCHES[index % HATCHES.length] as Hatch;
}

function colourByKind(plan: FloorPlan): RackColours {
  const steps = plan.groups
    .slice(0, MOST_KINDS)
    .map(({ rack }, index): ColourStep => ({ label: rack.name, token: fabricToken(index), hatch: hatchFor(index) }));
  const others: ColourStep = {
    label: `${plan.groups.length - MOST_KINDS} other groups`,
    token: 'line-strong',
    hatch: 'lines',
  };
  return {
    title: 'Rack group',
    steps: plan.groups.length > MOST_KINDS ? [...steps, others] : steps,
    stepOf: forGroups(plan, (index) => Math.min(index, MOST_KINDS)),
    note: null,
  };
}

function colourByPhase(plan: FloorPlan): RackColours {
  const phases = [...new Set(plan.groups.map(({ rack }) => rack.phase ?? 1))].toSorted((a, b) => a - b);
  return {
    title: 'Phase',
    steps: phases.map((phase, index) => ({
      label: `Day ${phase}`,
      token: fabricToken(index),
      hatch: hatchFor(index),
    })),
    stepOf: forGroups(plan, (index) => phases.indexOf(plan.groups[index]?.rack.phase ?? 1)),
    note: null,
  };
}

function unanswered(title: string, plan: FloorPlan, note: string): RackColours {
  return { title, steps: [NOT_KNOWN], stepOf: new Uint8Array(plan.rackCount), note };
}

const POWER_STEPS: readonly ColourStep[] = [
  NOT_KNOWN,
  { label: 'no limit set', token: 'line-strong', hatch: 'none' },
  { label: 'up to 50 % of the limit', token: 'heat-1', hatch: 'none' },
  { label: '50 \u2013 80 %', token: 'heat-2', hatch: 'none' },
  { label: '80 \u2013 100 %', token: 'heat-3', hatch: 'none' },
  { label: 'over the limit', token: 'danger-fill', hatch: 'cross' },
];

function stepOfShare(share: number): number {
  if (share > 1) return 5;
  if (share > 0.8) return 4;
  return share > 0.5 ? 3 : 2;
}

function colourByPower(plan: FloorPlan, facility: FacilityReport | null): RackColours {
  const title = 'Maximum power against the limit';
  if (!facility) return unanswered(title, plan, 'The report is being computed.');
  const { maxW } = facility.racks;
  const stepOf = new Uint8Array(plan.rackCount);
  for (let rack = 0; rack < plan.rackCount; rack += 1) {
    const limitW = findGroup(plan, rack).rack.powerLimitW;
    const watts = maxW.value[rack] as number;
    const isPartial = (maxW.unknown[rack] as number) > 0;
    if (limitW === null) stepOf[rack] = 1;
    else if (isPartial && watts <= limitW) stepOf[rack] = 0;
    else stepOf[rack] = stepOfShare(watts / limitW);
  }
  return { title, steps: POWER_STEPS, stepOf, note: null };
}

/** Round figures between nothing and the hottest rack. */
function chooseHeatBounds(heat: RackSum): number[] {
  const most = heat.value.reduce((highest, watts) => Math.max(highest, watts), 0);
  const size = 10 ** Math.floor(Math.log10(Math.max(most, 1) / 5));
  const step = [1, 2, 5, 10].map((times) => times * size).find((width) => width * 5 >= most) ?? size * 10;
  return [1, 2, 3, 4].map((times) => times * step);
}

/** Without the unit, which follows at the high end. */
function writeLowEnd(watts: number): string {
  return units().heat === 'watts' ? formatNumber(watts / 1000, 1) : formatNumber(watts * BTU_PER_HOUR_PER_WATT);
}

function colourByHeat(plan: FloorPlan, facility: FacilityReport | null): RackColours {
  const title = 'Heat of a rack at maximum power';
  if (!facility) return unanswered(title, plan, 'The report is being computed.');
  const { maxW } = facility.racks;
  const bounds = chooseHeatBounds(maxW);
  const steps = [0, ...bounds].map((from, index): ColourStep => {
    const to = bounds[index];
    const label = to === undefined ? `over ${formatHeat(from)}` : `${writeLowEnd(from)} \u2013 ${formatHeat(to)}`;
    return { label, token: HEAT_TOKENS[index + 1] as FloorToken, hatch: 'none' };
  });
  const stepOf = new Uint8Array(plan.rackCount);
  for (let rack = 0; rack < plan.rackCount; rack += 1) {
    const watts = maxW.value[rack] as number;
    const isUnknown = watts === 0 && (maxW.unknown[rack] as number) > 0;
    stepOf[rack] = isUnknown ? 0 : 1 + Math.max(0, bounds.findLastIndex((bound) => watts > bound) + 1);
  }
  const isPartial = maxW.unknown.some((count) => count > 0);
  const note = isPartial ? 'Some devices do not state their power: their racks are at least that hot.' : null;
  return { title, steps: [NOT_KNOWN, ...steps], stepOf, note };
}

/** Racks on the same set of feeds share a colour; dark and overloaded ones stand out by their hatch. */
function colourByFeed(plan: FloorPlan, design: Design, facility: FacilityReport | null): RackColours {
  const feeds = design.feeds ?? {};
  const sets: string[] = [];
  const setOfGroup = plan.groups.map(({ rack }) => {
    const ids = [...new Set(rack.pdus.flatMap((pdu) => (pdu.feedId === undefined ? [] : [pdu.feedId])))].toSorted();
    const key = ids.map((id) => feeds[id]?.name ?? id).join(' + ');
    if (key === '') return 2;
    if (!sets.includes(key)) sets.push(key);
    return 3 + (sets.indexOf(key) % MOST_KINDS);
  });
  const steps: ColourStep[] = [
    { label: 'dark: its feeds are off', token: 'text-1', hatch: 'none' },
    { label: 'overloaded on what is left', token: 'danger-fill', hatch: 'cross' },
    { label: 'no feed assigned', token: 'surface-3', hatch: 'dots' },
    ...sets
      .slice(0, MOST_KINDS)
      .map((label, index): ColourStep => ({ label, token: fabricToken(index), hatch: 'none' })),
  ];
  const stepOf = forGroups(plan, (index) => setOfGroup[index] as number);
  if (facility) {
    for (let rack = 0; rack < plan.rackCount; rack += 1) {
      if (facility.racks.supply[rack] === 4) stepOf[rack] = 0;
      else if (facility.racks.supply[rack] === 3) stepOf[rack] = 1;
    }
  }
  return { title: 'Power feed', steps, stepOf, note: sets.length === 0 ? 'Feeds are given to PDUs of a rack.' : null };
}

const PROBLEM_STEPS: readonly ColourStep[] = [
  { label: 'nothing found', token: 'ok-fill', hatch: 'none' },
  { label: 'hint', token: 'heat-1', hatch: 'dots' },
  { label: 'warning', token: 'warn-fill', hatch: 'lines' },
  { label: 'error', token: 'danger-fill', hatch: 'cross' },
];
const SEVERITY_STEP = { advice: 1, warning: 2, error: 3 } as const;

function colourByProblems(plan: FloorPlan, report: Report | null): RackColours {
  const title = 'Worst finding about the rack';
  if (!report) return unanswered(title, plan, 'The report is being computed.');
  const stepOf = new Uint8Array(plan.rackCount);
  const groupOf = new Map(plan.groups.map((group) => [group.rack.id, group]));
  for (const problem of report.problems) {
    const step = SEVERITY_STEP[problem.severity];
    for (const ref of problem.where) {
      const group = ref.kind === 'rack' ? groupOf.get(ref.id) : undefined;
      if (!group) continue;
      const first = group.firstRack + (ref.member ?? 0);
      const last = ref.member === undefined ? group.firstRack + group.rack.count : first + 1;
      for (let rack = first; rack < last; rack += 1) stepOf[rack] = Math.max(stepOf[rack] as number, step);
    }
  }
  return { title, steps: PROBLEM_STEPS, stepOf, note: null };
}
