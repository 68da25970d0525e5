import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFrame } from '../../../../renderer/ui/chart/chart-scales.ts';
import { type ChartSpec, hideSeries, listXs, MARKS_ID } from '../../../../renderer/ui/chart/chart-spec.ts';
import { exportChartSvg } from '../../../../renderer/ui/chart/export-chart.ts';
import { exportPalette } from '../../../../renderer/ui/chart/export-palette.ts';
import { describeValues, readValues } from '../../../../renderer/ui/chart/read-values.ts';
import { tabulateChart } from '../../../../renderer/ui/chart/tabulate-chart.ts';

const spec: ChartSpec = {
  title: 'Time <against> size & more',
  x: { title: 'Size', scale: 'bytes', format: (value) => `${value} B`, columnTitle: 'Size (B)' },
  y: { title: 'Time', scale: 'log', format: (value) => `${value} us`, columnTitle: 'time (us)' },
  series: [
    {
      id: 'a',
      name: '=Ring',
      colour: '$fabric-1',
      dash: 0,
      marker: 0,
      points: [
        { x: 8, y: 10 },
        { x: 1024, y: 1000 },
      ],
    },
    { id: 'b', name: 'Tree', colour: '$fabric-2', dash: 1, marker: 1, points: [{ x: 1024, y: 100 }] },
  ],
  bands: [{ id: 'band', name: 'Uncertainty', colour: '$text-3', points: [{ x: 1024, low: 80, high: 120 }] }],
  marks: [{ seriesId: 'b', x: 1024, y: 100, note: 'fastest' }],
  marksName: 'Fastest',
  xMarker: { x: 8, label: 'now' },
  summary: 'Two lines.',
};

function parse(text: string): Document {
  return new DOMParser().parseFromString(text.replace(/^<\?xml[^>]*>\n/, ''), 'text/html');
}

describe('the frame of a chart', () => {
  it('places the least and the greatest inside the plot, larger values higher', () => {
    const frame = createFrame(spec, { width: 400, height: 300 }, 0);
    if (!frame) throw new Error('nothing to draw');
    expect(frame.placeX(1024)).toBeCloseTo(frame.right);
    expect(frame.placeX(8)).toBeGreaterThanOrEqual(frame.left);
    expect(frame.placeY(1000)).toBeLessThan(frame.placeY(10));
    expect(frame.placeY(1000)).toBeGreaterThanOrEqual(frame.top);
    expect(frame.placeY(10)).toBeLessThanOrEqual(frame.bottom);
  });

  it('is logarithmic: equal factors are equal distances', () => {
    const frame = createFrame(spec, { width: 400, height: 300 }, 0);
    if (!frame) throw new Error('nothing to draw');
    expect(frame.placeY(10) - frame.placeY(100)).toBeCloseTo(frame.placeY(100) - frame.placeY(1000));
    expect(frame.placeX(64) - frame.placeX(8)).toBeCloseTo(frame.placeX(512) - frame.placeX(64));
  });

  it('says so when nothing can be drawn', () => {
    expect(createFrame({ ...spec, series: [], bands: [] }, { width: 400, height: 300 }, 0)).toBeNull();
    const zero = { ...spec.series[0]!, points: [{ x: 8, y: 0 }] };
    expect(createFrame({ ...spec, series: [zero], bands: [] }, { width: 400, height: 300 }, 0)).toBeNull();
  });
});

describe('values at an x', () => {
  it('are those of the series that have one there, with what is said of them', () => {
    expect(readValues(spec, 8).map(({ series }) => series.id)).toEqual(['a']);
    expect(readValues(spec, 1024).map(({ note }) => note)).toEqual([null, 'fastest']);
  });

  it('are spoken as one sentence with the band', () => {
    expect(describeValues(spec, 1024)).toBe('1024 B: =Ring 1000 us; Tree 100 us, fastest; Uncertainty 80 us to 120 us');
  });

  it('come from every series', () => {
    expect(listXs(spec)).toEqual([8, 1024]);
  });
});

describe('switching off', () => {
  it('takes a series and its marks away, and the rest stays', () => {
    const shown = hideSeries(spec, new Set(['b']));
    expect(shown.series.map(({ id }) => id)).toEqual(['a']);
    expect(shown.marks).toEqual([]);
    expect(shown.bands).toHaveLength(1);
  });

  it('takes only the marks away', () => {
    const shown = hideSeries(spec, new Set([MARKS_ID]));
    expect(shown.series).toHaveLength(2);
    expect(shown.marks).toEqual([]);
  });
});

it('a chart as a table has a column for each series, two for a band, and who is marked', () => {
  expect(tabulateChart(spec)).toEqual({
    headers: [
      'Size (B)',
      '=Ring: time (us)',
      'Tree: time (us)',
      'Uncertainty, low: time (us)',
      'Uncertainty, high: time (us)',
      'Fastest',
    ],
    rows: [
      [8, 10, null, null, null, null],
      [1024, 1000, 100, 80, 120, 'Tree'],
    ],
  });
});

describe('the exported picture', () => {
  const text = exportChartSvg(spec);

  it('stands alone: no style sheet, no colour of the theme, no foreign address', () => {
    expect(text.startsWith('<?xml')).toBe(true);
    expect(text).not.toContain('var(');
    expect(text).not.toContain('class=');
    expect(text).not.toMatch(/"\$/);
    expect(text.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
  });

  it('is well formed, with its title escaped and said to those who do not see it', () => {
    expect(text).toContain('<title>Time &lt;against&gt; size &amp; more</title>');
    expect(text).toContain('aria-label="Time &lt;against&gt; size &amp; more. Two lines."');
    const root = parse(text).querySelector('svg');
    expect(root?.getAttribute('viewBox')).toBe('0 0 960 540');
  });

  it('names every series in its legend', () => {
    for (const name of ['=Ring', 'Tree', 'Uncertainty', 'Fastest', 'now', 'Size', 'Time']) {
      expect(text).toContain(`>${name}</text>`);
    }
  });

  it('has the colours of the light theme', () => {
    const theme = readFileSync('renderer/ui/theme.css', 'utf8').replace(/:root\[data-theme="dark"\][\s\S]*/, '');
    for (const [name, colour] of Object.entries(exportPalette)) expect(theme).toContain(`--${name}: ${colour};`);
  });
});
