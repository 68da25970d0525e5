/** The report arranged for the canvas: port use by block, links and racks by id, and the worst problem of each object. */
import type { ObjectKind, ObjectRef, Severity } from '#core/base/diagnostic.ts';
import type { LinkReport, PortUse, RackPower, Report, ScaleUpReport } from '#core/analysis/report.ts';

export interface ProblemMark {
  readonly severity: Severity;
  readonly count: number;
  /** The first sentences, worst first, for the tooltip. */
  readonly messages: readonly string[];
}

export interface ReportIndex {
  readonly portUse: (deviceId: string, blockId: string) => PortUse | undefined;
  readonly link: (linkId: string) => LinkReport | undefined;
  readonly rack: (rackId: string) => RackPower | undefined;
  readonly scaleUp: (deviceId: string) => ScaleUpReport | undefined;
  /** Members or connections that carry nothing under the current scenario. */
  readonly brokenMembers: (deviceId: string) => number;
  readonly brokenConnections: (linkId: string) => number;
  /** Any object has a problem, or is broken. */
  readonly hasMarks: boolean;
  readonly problems: (kind: ObjectKind, id: string) => ProblemMark | null;
  /** Of several objects; a problem of two of them counts once. */
  readonly problemsOfAll: (refs: readonly ObjectRef[]) => ProblemMark | null;
}

const maxMessages = 4;

const known = new WeakMap<Report, ReportIndex>();
const noReport = createIndex(null);

/** Built once a report, the same object for the same report; lookups are O(1). */
export function indexReport(report: Report | null): ReportIndex {
  if (!report) return noReport;
  const before = known.get(report);
  if (before) return before;
  const index = createIndex(report);
  known.set(report, index);
  return index;
}

function createIndex(report: Report | null): ReportIndex {
  const ports = once(() => listByDevice(report?.ports ?? []));
  const links = new Map<string, LinkReport>();
  const racks = new Map<string, RackPower>();
  for (const link of report?.links ?? []) links.set(link.linkId, link);
  for (const rack of report?.power.racks ?? []) racks.set(rack.rackId, rack);
  const scaleUp = new Map(report?.scaleUp.map((group) => [group.deviceId, group]));
  const problems = indexProblems(report);
  const members = new Map(report?.failures?.devices.map(({ deviceId, brokenCount }) => [deviceId, brokenCount]));
  const connections = new Map(report?.failures?.links.map(({ linkId, brokenCount }) => [linkId, brokenCount]));
  return {
    portUse: (deviceId, blockId) =>
      ports()
        .get(deviceId)
        ?.find((use) => use.blockId === blockId),
    link: (linkId) => links.get(linkId),
    rack: (rackId) => racks.get(rackId),
    scaleUp: (deviceId) => scaleUp.get(deviceId),
    brokenMembers: (deviceId) => members.get(deviceId) ?? 0,
    brokenConnections: (linkId) => connections.get(linkId) ?? 0,
    hasMarks: problems.size > 0 || members.size > 0,
    problems: (kind, id) => problems.get(kind)?.get(id) ?? null,
    problemsOfAll: createProblemSum(report),
  };
}

/** A device has a few port blocks. */
function listByDevice(ports: readonly PortUse[]): Map<string, PortUse[]> {
  const byDevice = new Map<string, PortUse[]>();
  for (const use of ports) {
    const own = byDevice.get(use.deviceId);
    if (own) own.push(use);
    else byDevice.set(use.deviceId, [use]);
  }
  return byDevice;
}

/** Made when first asked for: from afar no node asks for its ports. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

interface OpenMark {
  readonly severity: Severity;
  count: number;
  readonly messages: string[];
}

/** Problems come worst first, so the first one seen on an object sets its severity. */
function indexProblems(report: Report | null): Map<ObjectKind, Map<string, ProblemMark>> {
  const marks = new Map<ObjectKind, Map<string, OpenMark>>();
  for (const problem of report?.problems ?? []) {
    // One that names an object twice is one problem of it.
    const counted = new Set<object>();
    for (const { kind, id } of problem.where) {
      const ofKind = marks.get(kind) ?? new Map<string, OpenMark>();
      marks.set(kind, ofKind);
      const mark = ofKind.get(id) ?? { severity: problem.severity, count: 0, messages: [] };
      ofKind.set(id, mark);
      if (counted.has(mark)) continue;
      counted.add(mark);
      mark.count += 1;
      if (mark.messages.length < maxMessages) mark.messages.push(problem.message);
    }
  }
  return marks;
}

/** The list of problems by object is made when first asked for: only scalable units and trunks ask. */
function createProblemSum(report: Report | null): ReportIndex['problemsOfAll'] {
  let byObject: Map<string, number[]> | null = null;
  return (refs) => {
    const problems = report?.problems ?? [];
    byObject ??= listByObject(problems);
    const places = new Set<number>();
    for (const { kind, id } of refs) for (const place of byObject.get(`${kind}\n${id}`) ?? []) places.add(place);
    const found = [...places].sort((a, b) => a - b).flatMap((place) => problems[place] ?? []);
    const [worst] = found;
    if (!worst) return null;
    const messages = found.slice(0, maxMessages).map(({ message }) => message);
    return { severity: worst.severity, count: found.length, messages };
  };
}

function listByObject(problems: Report['problems']): Map<string, number[]> {
  const byObject = new Map<string, number[]>();
  for (const [place, problem] of problems.entries()) {
    for (const { kind, id } of problem.where) {
      const key = `${kind}\n${id}`;
      const places = byObject.get(key);
      if (places) places.push(place);
      else byObject.set(key, [place]);
    }
  }
  return byObject;
}
