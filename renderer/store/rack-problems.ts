/** Findings of the newest report by rack, and the racks that have any, in the order they are looked through. */
import { RACK_SUPPLIES, type RackFigures } from '#core/analysis/facility-report.ts';
import type { Diagnostic, ObjectRef, Severity } from '#core/base/diagnostic.ts';
import type { Report } from '#core/analysis/report.ts';
import { findGroup, type FloorPlan } from '#core/design/floor-plan.ts';
import { rackOrder, rackPlan, numberRack } from './rack-elevations.ts';
import { reportStore } from './report-store.ts';

const NONE: readonly Diagnostic[] = [];

const indexes = new WeakMap<Report, ReadonlyMap<string, readonly Diagnostic[]>>();

function indexOf(report: Report): ReadonlyMap<string, readonly Diagnostic[]> {
  const known = indexes.get(report);
  if (known) return known;
  const index = new Map<string, Diagnostic[]>();
  for (const problem of report.problems) {
    for (const ref of problem.where) {
      if (ref.kind !== 'rack') continue;
      const list = index.get(ref.id);
      if (list) list.push(problem);
      else index.set(ref.id, [problem]);
    }
  }
  indexes.set(report, index);
  return index;
}

function concerns(ref: ObjectRef, rackId: string, rackIndex: number): boolean {
  return ref.kind === 'rack' && ref.id === rackId && (ref.member === undefined || ref.member === rackIndex);
}

/** Findings that name this rack, or its whole group; worst first. */
export function listRackProblems(report: Report | null, rackId: string, rackIndex: number): readonly Diagnostic[] {
  const ofGroup = report ? indexOf(report).get(rackId) : undefined;
  if (!ofGroup) return NONE;
  return ofGroup.filter(({ where }) => where.some((ref) => concerns(ref, rackId, rackIndex)));
}

/** Device groups that one of these findings names as blowing against the others. */
export function listAirClashes(problems: readonly Diagnostic[]): ReadonlySet<string> {
  const clashes = problems.filter(({ code }) => code === 'rack.airflow');
  return new Set(clashes.flatMap(({ where }) => where.flatMap((ref) => (ref.kind === 'device' ? [ref.id] : []))));
}

const GRAVE: readonly Severity[] = ['error', 'warning'];

/** Racks that are dark, overloaded, or draw more than their limit. */
function listOverloaded(plan: FloorPlan, figures: RackFigures | undefined): number[] {
  if (figures?.maxW.value.length !== plan.rackCount) return [];
  return plan.groups.flatMap(({ rack, firstRack }) => {
    const limitW = rack.powerLimitW ?? Number.POSITIVE_INFINITY;
    return Array.from({ length: rack.count }, (_, index) => firstRack + index).filter((number) => {
      const supply = RACK_SUPPLIES[figures.supply[number] as number];
      return supply === 'dark' || supply === 'overloaded' || (figures.maxW.value[number] as number) > limitW;
    });
  });
}

/** One rack of a group, or all of them. */
function listNumbers(plan: FloorPlan, rackId: string, member: number | undefined): number[] {
  const first = numberRack(plan, rackId, member ?? 0);
  if (first === null) return [];
  const count = member === undefined ? findGroup(plan, first).rack.count : 1;
  return Array.from({ length: count }, (_, index) => first + index);
}

/** Places in the order shown of racks with errors or warnings; a finding on a whole group counts for each of its racks. */
export function listProblemPlaces(): number[] {
  const { report } = reportStore.getState();
  const plan = rackPlan();
  const { placeOf } = rackOrder();
  const places = new Set(listOverloaded(plan, report?.facility.racks).map((number) => placeOf[number] as number));
  for (const problem of report?.problems ?? NONE) {
    if (!GRAVE.includes(problem.severity)) continue;
    for (const ref of problem.where) {
      if (ref.kind !== 'rack') continue;
      for (const number of listNumbers(plan, ref.id, ref.member)) places.add(placeOf[number] as number);
    }
  }
  return [...places].toSorted((a, b) => a - b);
}
