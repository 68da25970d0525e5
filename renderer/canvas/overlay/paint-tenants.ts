/** Servers by the tenant that holds them, the switches that tenants share, and the cables that lead on from those. */
import type { Report } from '#core/analysis/report.ts';
import type { Tenant, TenantDevice, TenantReport, TenantShare, TenantSwitches } from '#core/analysis/tenant-report.ts';
import type { Design, Link } from '#core/design/design.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { createPaint, describeParts, joinCounts, type LegendRow, NO_PAINT, type Paint, type Painter } from './paint.ts';
import type { PaintPart } from './paint.ts';

/** Far apart in hue and none of them grey; from the eighth tenant on they come again, hatched. */
const COLOURS = [1, 4, 2, 5, 3, 6, 8].map((n) => `var(--fabric-${n})`);
const HATCH = [6, 4] as const;
const FREE = { colour: 'var(--text-3)', dash: [2, 4] } as const;
const SHARED = { colour: 'var(--warn-fill)', dash: [10, 4] } as const;
const TWICE = { colour: 'var(--danger)', dash: HATCH } as const;
const SEVERAL = 'var(--text-2)';
const QUIET = createPaint({ colour: 'var(--heat-0)', isQuiet: true });
/** Longer lists of names are counts. */
const MOST_NAMES = 3;

export function createTenantPainter(design: Design, report: Report | null): Painter {
  const tenants = report?.tenants;
  if (!tenants) return { link: NO_PAINT, device: NO_PAINT, rack: NO_PAINT, rows: [], note: '' };
  const devices = new Map(tenants.devices.map((own) => [own.deviceId, paintServers(tenants, own)]));
  const switches = new Map<string, TenantSwitches[]>();
  for (const own of tenants.fabrics.flatMap((fabric) => fabric.switches)) {
    switches.set(own.deviceId, [...(switches.get(own.deviceId) ?? []), own]);
  }
  for (const [id, own] of switches) devices.set(id, paintSwitches(tenants, own, design.devices[id]?.count ?? 0));
  const links = paintLinks(tenants, devices, report, design);
  return {
    link: ({ id }) => links.get(id) ?? QUIET,
    device: ({ id }) => devices.get(id) ?? QUIET,
    rack: NO_PAINT,
    rows: listRows(tenants),
    note: tenants.tenants
      .flatMap(({ name, isVaried }) =>
        isVaried ? [`Scenarios name different servers of ${name}: all of them together are counted.`] : [],
      )
      .join(' '),
  };
}

function lookOf(index: number): Pick<Paint, 'colour' | 'dash'> {
  const colour = COLOURS[index % COLOURS.length] ?? SEVERAL;
  return { colour, dash: index < COLOURS.length ? null : HATCH };
}

function nameAll({ tenants }: TenantReport, indexes: readonly number[], between = ', '): string {
  return indexes.map((index) => tenants[index]?.name ?? '').join(between);
}

/** `A, B`; `5 tenants` where names are many. */
function nameFew(report: TenantReport, indexes: readonly number[]): string {
  return indexes.length > MOST_NAMES ? formatCount(indexes.length, 'tenant') : nameAll(report, indexes);
}

function createPart(report: TenantReport, { tenants, count }: Pick<TenantShare, 'tenants' | 'count'>): PaintPart {
  const [only] = tenants;
  if (only === undefined) return { label: 'free', colour: FREE.colour, isHatched: true, count };
  if (tenants.length > 1) {
    return { label: nameAll(report, tenants, ' + '), colour: TWICE.colour, isHatched: true, count };
  }
  const { colour, dash } = lookOf(only);
  return { label: nameAll(report, tenants), colour, isHatched: dash !== null, count };
}

function paintServers(report: TenantReport, { memberCount, gpusPerMember, shares }: TenantDevice): Paint {
  const parts = shares.map((share) => createPart(report, share));
  const [only, ...others] = shares;
  if (!only || others.length > 0) {
    return createPaint({ colour: SEVERAL, parts, figure: describeParts(parts), fact: `Of ${speakParts(parts)}` });
  }
  const size = `${formatCount(memberCount, 'server')} with ${formatCount(memberCount * gpusPerMember, 'GPU')}`;
  if (only.tenants.length === 0)
    return createPaint({ ...FREE, parts, figure: 'no tenant', fact: `${size}, of no tenant` });
  const figure = nameAll(report, only.tenants, ' + ');
  const look = only.tenants.length > 1 ? TWICE : lookOf(only.tenants[0] ?? 0);
  return createPaint({ ...look, parts, figure, fact: `${size}, of ${nameAll(report, only.tenants, ' and of ')}` });
}

function speakParts(parts: readonly PaintPart[]): string {
  return parts.map(({ label, count }) => `${label}: ${formatNumber(count)}`).join(', ');
}

/** `own` of all fabrics: a switch that is in two is counted where most of it is shared. */
function paintSwitches(report: TenantReport, own: readonly TenantSwitches[], memberCount: number): Paint {
  const shared = own.filter(({ tenants }) => tenants.length > 1);
  const parts = own.map((part) => createPart(report, part));
  if (shared.length > 0) {
    const whose = [...new Set(shared.flatMap(({ tenants }) => tenants))].sort((a, b) => a - b);
    const count = Math.min(
      memberCount,
      shared.reduce((sum, part) => sum + part.count, 0),
    );
    const names = nameFew(report, whose);
    // How many there are stands beside it already.
    const figure = `${count === memberCount ? '' : `${formatNumber(count)} `}shared by ${names}`;
    return createPaint({ ...SHARED, figure, fact: `Servers of ${speakParts(parts)}`, isShared: true });
  }
  const whose = [...new Set(own.flatMap(({ tenants }) => tenants))];
  const look = whose.length === 1 ? lookOf(whose[0] ?? 0) : { colour: SEVERAL, dash: null };
  const figure = whose.length === 1 && own[0]?.count === memberCount ? nameAll(report, whose) : describeParts(parts);
  return createPaint({
    ...look,
    figure,
    fact: `Takes servers of ${nameAll(report, whose)}, of each on switches of their own`,
  });
}

function paintLinks(
  report: TenantReport,
  devices: ReadonlyMap<string, Paint>,
  { links: known }: Report,
  design: Design,
): Map<string, Paint> {
  const wholeOf = new Map(
    report.devices.flatMap(({ deviceId, shares }) => {
      const [only, ...others] = shares;
      return only?.tenants.length === 1 && others.length === 0 ? [[deviceId, devices.get(deviceId)] as const] : [];
    }),
  );
  const paints = new Map<string, Paint>();
  const fabrics = new Set(report.fabrics.map(({ fabricId }) => fabricId));
  for (const { id, fabricId, a, b } of Object.values<Link>(design.links)) {
    const end = fabrics.has(fabricId) ? (wholeOf.get(a.deviceId) ?? wholeOf.get(b.deviceId)) : undefined;
    if (end)
      paints.set(id, createPaint({ colour: end.colour, dash: end.dash, figure: end.figure, fact: `Of ${end.figure}` }));
  }
  const totals = new Map(known.map(({ linkId, connectionCount }) => [linkId, connectionCount]));
  for (const { linkId, tenants, connectionCount } of report.fabrics.flatMap(({ links }) => links)) {
    const total = formatNumber(totals.get(linkId) ?? connectionCount);
    const figure = `${formatNumber(connectionCount)} shared`;
    const fact = `${formatNumber(connectionCount)} of ${total} lead on from switches that ${nameFew(report, tenants)} share`;
    paints.set(linkId, createPaint({ ...SHARED, width: 2.4, figure, fact }));
  }
  return paints;
}

function listRows({ tenants, free, claimedTwice, fabrics }: TenantReport): LegendRow[] {
  const size = ({ serverCount, gpuCount }: Pick<Tenant, 'serverCount' | 'gpuCount'>): string =>
    `${formatCount(serverCount, 'server')}, ${formatCount(gpuCount, 'GPU')}`;
  const box = { shape: 'box' as const, width: 3 };
  const rows: LegendRow[] = tenants.map((tenant, index) => {
    return { ...box, ...lookOf(index), key: `tenant ${index}`, label: tenant.name, detail: size(tenant) };
  });
  rows.push({
    ...box,
    ...FREE,
    key: 'free',
    label: 'no tenant',
    detail: free.serverCount > 0 ? size(free) : 'none left',
  });
  if (claimedTwice.serverCount > 0) {
    rows.push({ ...box, ...TWICE, key: 'twice', label: 'of more than one tenant', detail: size(claimedTwice) });
  }
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const shared = fabrics.flatMap(({ switches }) => switches.filter((own) => own.tenants.length > 1));
  if (shared.length === 0) return rows;
  const switches = formatCount(sum(shared.map(({ count }) => count)), 'switch', 'switches');
  const cables = formatCount(
    sum(fabrics.flatMap(({ links }) => links.map((link) => link.connectionCount))),
    'connection',
  );
  const detail = joinCounts([switches, `${cables} above`]);
  return [...rows, { ...SHARED, key: 'shared', shape: 'line', width: 3, label: 'shared by tenants', detail }];
}
