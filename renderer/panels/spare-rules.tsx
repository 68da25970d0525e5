/** Spares to buy of each class: a share, at least so many, in packs. An empty row buys none. */
import type { ReactElement } from 'react';
import type { BomLine } from '#core/analysis/bom-report.ts';
import type { SpareClass, SpareRule } from '#core/design/design.ts';
import { dispatch, useDesignStore } from '../store/design-store.ts';
import { useReportStore } from '../store/report-store.ts';
import { formatNumber } from '../ui/format.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Section } from '../ui/section.tsx';
import './spare-rules.css';
import { Explained } from './explained.tsx';

const CLASS_LABELS: Readonly<Record<SpareClass, string>> = {
  server: 'Servers',
  switch: 'Switches',
  nic: 'NICs',
  transceiver: 'Transceivers',
  cable: 'Cables',
  pdu: 'PDUs',
};

const NO_LINES: readonly BomLine[] = [];
const NO_RULE: SpareRule = { percent: 0, minimum: 0, packSize: 1 };

export function SpareRules(): ReactElement {
  const bom = useReportStore((state) => state.report?.bom ?? NO_LINES);
  const total = bom.reduce((sum, line) => sum + line.spares, 0);
  return (
    <Section
      title="Spares"
      aside={
        total > 0 ? <Explained source="money/spares" figure="Spares" text={`${formatNumber(total)} to buy`} /> : 'none'
      }
    >
      <div className="spares">
        <span />
        <span className="spares__head">Per cent</span>
        <span className="spares__head">Least</span>
        <span className="spares__head">Pack</span>
        <span className="spares__head spares__count">Buys</span>
        {(Object.keys(CLASS_LABELS) as SpareClass[]).map((spareClass) => (
          <SpareRow
            key={spareClass}
            spareClass={spareClass}
            count={bom.filter((line) => line.category === spareClass).reduce((sum, line) => sum + line.spares, 0)}
          />
        ))}
      </div>
    </Section>
  );
}

interface SpareRowProps {
  readonly spareClass: SpareClass;
  readonly count: number;
}

function SpareRow({ spareClass, count }: SpareRowProps): ReactElement {
  const rule = useDesignStore((state) => state.edit.design.spares?.[spareClass]);
  const label = CLASS_LABELS[spareClass];
  const change = (patch: Partial<SpareRule>): void => {
    const next = { ...(rule ?? NO_RULE), ...patch };
    const isNothing = next.percent === 0 && next.minimum === 0 && next.packSize === 1;
    if (isNothing && !rule) return;
    dispatch({ name: 'setSpareRule', args: { class: spareClass, rule: isNothing ? null : next } });
  };
  return (
    <>
      <span className="spares__class">{label}</span>
      <NumberField
        label={`Spare ${label.toLowerCase()}, per cent`}
        value={rule?.percent ?? null}
        min={0}
        max={100}
        decimals={2}
        placeholder={'\u2013'}
        onCommit={(percent) => change({ percent })}
        onClear={() => change({ percent: 0 })}
      />
      <NumberField
        label={`Spare ${label.toLowerCase()}, at least`}
        value={rule?.minimum ?? null}
        min={0}
        placeholder={'\u2013'}
        onCommit={(minimum) => change({ minimum: Math.round(minimum) })}
        onClear={() => change({ minimum: 0 })}
      />
      <NumberField
        label={`Spare ${label.toLowerCase()}, pack size`}
        value={rule?.packSize ?? null}
        min={1}
        placeholder={'\u2013'}
        onCommit={(packSize) => change({ packSize: Math.round(packSize) })}
        onClear={() => change({ packSize: 1 })}
      />
      <span className="spares__count">{count > 0 ? formatNumber(count) : ''}</span>
    </>
  );
}
