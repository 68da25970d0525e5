/** What the sections of the report are made of, on designs with published counts. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import { createDesign, type Design } from '#core/design/design.ts';
import { createScenario } from '#core/design/scenario.ts';
import type { Block } from '../../../../renderer/panels/report/blocks.ts';
import { listAssumptions } from '../../../../renderer/panels/report/list-assumptions.ts';
import { listCables } from '../../../../renderer/panels/report/list-cables.ts';
import { listCollective } from '../../../../renderer/panels/report/list-collective.ts';
import { listFabrics } from '../../../../renderer/panels/report/list-fabrics.ts';
import { listFailures } from '../../../../renderer/panels/report/list-failures.ts';
import { listParts } from '../../../../renderer/panels/report/list-parts.ts';
import { listPhases } from '../../../../renderer/panels/report/list-phases.ts';
import { listPlaces } from '../../../../renderer/panels/report/list-places.ts';
import { listPower } from '../../../../renderer/panels/report/list-power.ts';
import { listRules } from '../../../../renderer/panels/report/list-rules.ts';
import { listSources } from '../../../../renderer/panels/report/list-sources.ts';
import { REPORT_SECTIONS } from '../../../../renderer/panels/report/sections.ts';
import { createContent, findTable, readExample, readRows, readTexts, textOf } from '../../../support/report-content.ts';

const fourUnits = createContent(readExample('dgx-h100-superpod-4su.weft'));
const onFloor = createContent(readExample('dgx-h100-superpod-2su-floor.weft'));

const digits = (text: string | undefined): number => Number((text ?? '').replaceAll('\u202f', ''));

function factsOf(blocks: readonly Block[]): Record<string, string> {
  const facts = blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
  return Object.fromEntries(facts.map(({ label, value }) => [label, value]));
}

/** Every text a reader would see. */
function collectTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function' || typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(collectTexts);
}

/** Figures that offer to be explained by the worker. */
function listSourcesOf(blocks: readonly Block[]): MetricId[] {
  const figures = blocks.flatMap((block): unknown[] => {
    if (block.kind === 'facts') return [...block.facts];
    return block.kind === 'table' ? [...block.rows.flat(), ...(block.total ?? [])] : [];
  });
  return figures.flatMap((figure) => {
    const source = typeof figure === 'object' && figure !== null && 'source' in figure ? figure.source : null;
    return typeof source === 'string' ? [source as MetricId] : [];
  });
}

describe('every section', () => {
  const small = readdirSync('examples').filter(
    (name) => name.endsWith('.weft') && name !== 'hundred-thousand-gpus.weft',
  );

  it.each(small)('says something whole of %s', (name) => {
    const content = createContent(readExample(name));
    for (const { list, title } of REPORT_SECTIONS) {
      const blocks = list(content);
      expect(blocks.length, title).toBeGreaterThan(0);
      for (const text of collectTexts(blocks)) expect(text, title).not.toMatch(/undefined|NaN|\[object|Infinity/);
      for (const block of blocks) {
        if (block.kind !== 'table') continue;
        for (const row of block.rows) expect(row, block.title).toHaveLength(block.columns.length);
        if (block.total) expect(block.total, block.title).toHaveLength(block.columns.length);
      }
      for (const source of listSourcesOf(blocks)) expect(content.explain(source), source).not.toBeNull();
    }
  });

  it('says of a design without links and racks what it lacks', () => {
    const content = createContent(createDesign('Nothing'));
    expect(readTexts(listFabrics(content))).toEqual(['No two devices are linked, so there is no fabric yet.']);
    expect(readTexts(listCables(content))).toEqual(['The design has no cables.']);
    expect(readTexts(listPlaces(content))).toEqual(['The design has no racks.']);
    expect(readTexts(listPhases(content))).toEqual(['There is nothing to buy yet.']);
  });
});

describe('fabrics', () => {
  const judge = (target: number | null): string => {
    const { design } = fourUnits;
    const fabrics = fourUnits.report.fabrics.map((fabric) => ({ ...fabric, targetOversubscription: target }));
    const rows = readRows(
      listFabrics({ ...fourUnits, design, report: { ...fourUnits.report, fabrics } }),
      'Asked for, and given',
    );
    return rows[0]?.at(-1) ?? '';
  };

  it('are met, missed, or asked for nothing', () => {
    expect(judge(1)).toBe('met');
    expect(judge(0.5)).toBe('missed');
    expect(judge(null)).toBe('no target set');
  });
});

describe('parts', () => {
  it('add up to the quantities of the bill of materials', () => {
    const blocks = listParts(fourUnits);
    const { total } = findTable(blocks, 'By category');
    const pieces = fourUnits.report.bom.reduce((sum, line) => sum + line.quantity, 0);
    expect(digits(textOf(total?.[1]))).toBe(pieces);
    const server = readRows(blocks, 'Every part').find(([part]) => part?.includes('DGX H100'));
    // 127 systems: the reference architecture leaves out one for the manager of the fabric.
    expect(server?.[3]).toBe('127');
  });

  it('never show a price that nobody knows as nothing', () => {
    const unpriced = fourUnits.report.bom.filter((line) => line.unitPrice === null);
    expect(unpriced.length).toBeGreaterThan(0);
    const each = findTable(listParts(fourUnits), 'Every part');
    const at = each.columns.findIndex(({ title }) => title.startsWith('Each'));
    const shown = each.rows.map((row) => textOf(row[at]));
    expect(shown.filter((text) => text === 'unknown')).toHaveLength(unpriced.length);
    expect(shown).not.toContain('0');
  });
});

describe('cables', () => {
  it('add up to the cables of the design, by kind and by link', () => {
    const blocks = listCables(fourUnits);
    expect(digits(textOf(findTable(blocks, 'By kind and length').total?.[2]))).toBe(fourUnits.report.totals.cableCount);
    const byLink = readRows(blocks, 'By link').reduce((sum, row) => sum + digits(row[3]), 0);
    expect(byLink).toBe(fourUnits.report.totals.cableCount);
  });
});

describe('racks and floor', () => {
  it('lists rows and rooms only where they are drawn, and says so where they are not', () => {
    expect(readTexts(listPlaces(fourUnits))[0]).toMatch(/^No rows are drawn/);
    // Two rows by the rule of the example.
    expect(readRows(listPlaces(onFloor), 'Rows')).toHaveLength(2);
    const racks = findTable(listPlaces(onFloor), 'Racks');
    expect(digits(textOf(racks.total?.[1]))).toBe(onFloor.report.totals.rackCount);
  });
});

describe('power', () => {
  it('judges feeds and plants in three states, and does not invent energy without a PUE', () => {
    const blocks = listPower(onFloor);
    // Some loads are not stated, and what is known is within the rating.
    expect(readRows(blocks, 'Feeds').map((row) => row[5])).toEqual(['not checked', 'not checked']);
    expect(readRows(blocks, 'Cooling plant')).toHaveLength(1);
    expect(readRows(blocks, 'A year of energy')[1]?.[2]).toBe('unknown: PUE not set');
    expect(readTexts(listPower(fourUnits)).join(' ')).toContain('No power feeds are drawn');
    const judge = (isOverloaded: boolean): string | undefined => {
      const { report } = onFloor;
      const feeds = report.facility.feeds.map((feed) => ({ ...feed, isOverloaded }));
      const judged = listPower({ ...onFloor, report: { ...report, facility: { ...report.facility, feeds } } });
      return readRows(judged, 'Feeds')[0]?.[5];
    };
    expect([judge(false), judge(true)]).toEqual(['enough', 'overloaded']);
  });
});

describe('the collective', () => {
  it('is told with its band, and the question alone where there is no answer', () => {
    const facts = factsOf(listCollective(fourUnits));
    expect(facts['Scenario']).toBe('All-reduce on all GPUs');
    expect(facts['GPUs in a group']).toBe('1\u202f016');
    expect(facts['Time']).toMatch(/ms$/);
    const refused = listCollective({ ...fourUnits, estimate: null });
    expect(readTexts(refused)[0]).toContain('cannot be asked');
    expect(factsOf(refused)).not.toHaveProperty('Time');
  });
});

describe('rules', () => {
  it('stand in three states that add up to all of them, with the reasons for what was not checked', () => {
    const blocks = listRules(fourUnits);
    const facts = factsOf(blocks);
    const counted = ['Failed', 'Not checked', 'Passed', 'Nothing to check'].map((label) => digits(facts[label]));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(fourUnits.report.rules.length);
    for (const [rule, objects, because] of readRows(blocks, 'Not checked, and why')) {
      expect(rule).not.toBe('');
      expect(digits(objects?.split(' ')[0])).toBeGreaterThan(0);
      expect(because).not.toBe('');
    }
  });
});

describe('failures', () => {
  it('are named with what they cut off, and none are said to be none', () => {
    expect(readTexts(listFailures(fourUnits))).toEqual([
      'Nothing is broken: all figures are those of the whole drawing.',
    ]);
    const spine = Object.values(fourUnits.design.devices).find(({ role }) => role === 'spine');
    const scenario = {
      ...createScenario('broken', 'One spine'),
      failures: [{ kind: 'device' as const, deviceId: spine?.id ?? '', members: { first: 0, count: 1 } }],
    };
    const broken: Design = { ...fourUnits.design, scenarios: { broken: scenario }, currentScenarioId: 'broken' };
    const blocks = listFailures(createContent(broken));
    expect(readRows(blocks, 'Broken in "One spine"')).toEqual([[`${spine?.name}, member 1`]]);
    expect(readTexts(blocks)[0]).toMatch(/^1 device and /);
    expect(readRows(blocks, 'By fabric')[0]?.[1]).toBe('1');
  });
});

describe('phases', () => {
  it('part what is bought by day', () => {
    const servers = Object.values(fourUnits.design.devices).filter(({ role }) => role === 'endpoint');
    const devices = Object.fromEntries(servers.map((device) => [device.id, { ...device, phase: 2 }]));
    const later = createContent({ ...fourUnits.design, devices: { ...fourUnits.design.devices, ...devices } });
    const rows = readRows(listPhases(later), 'By phase');
    expect(rows.map(([phase]) => phase)).toEqual(['Phase 1', 'Phase 2']);
    expect(rows[1]?.[1]).toBe('127');
    expect(rows[0]?.[1]).not.toBe('127');
  });
});

describe('assumptions and sources', () => {
  const headsOf = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(({ head }) => head) : []));

  it('say what is planned, what is not set, and what was changed by hand', () => {
    expect(headsOf(listAssumptions(fourUnits))).toEqual(
      expect.arrayContaining(['Lengths as planned', 'Rates of the site', 'Media chosen by rule']),
    );
    const scenario = { ...createScenario('own', 'Own'), constants: { baseUs: 9 } };
    const design: Design = { ...fourUnits.design, scenarios: { own: scenario }, currentScenarioId: 'own' };
    expect(headsOf(listAssumptions({ ...fourUnits, design }))).toContain('Start of a collective');
  });

  it('name every part that is bought, with a date, and those without a source', () => {
    const rows = readRows(listSources(fourUnits), 'Facts and prices');
    const said = new Set(rows.map(([part]) => part));
    expect([...said].some((part) => part?.includes('DGX H100'))).toBe(true);
    for (const row of rows) expect(row[4]).toMatch(/^(20\d\d|not said)/);
    const unsaid = listSources({
      ...fourUnits,
      findPart(partId) {
        const part = fourUnits.findPart(partId);
        return part && { ...part, sources: [] };
      },
    });
    expect(readTexts(unsaid)[0]).toMatch(/^Without a source: .*DGX H100/);
  });
});
