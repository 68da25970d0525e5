/** The runs of each link, the longest first, and between which two devices its longest cable goes. */
import type { ReactElement } from 'react';
import type { LinkRunSpread, RunEnd } from '#core/analysis/cabling-report.ts';
import { findRecord } from '#core/design/records.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { select, setHighlighted, useViewStore } from '../../store/view-store.ts';
import { formatLength, formatNumber } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { Explained } from '../explained.tsx';

function lengthColumn(key: 'shortestM' | 'meanM' | 'longestM', title: string): TableColumn<LinkRunSpread> {
  return {
    key,
    title,
    width: '82px',
    isNumber: true,
    sortValue: (link) => link[key],
    render: (link) => (
      <Explained
        source={`link/run/${link.linkId}`}
        figure={`${title} run`}
        text={formatLength(Math.round(link[key] * 10) / 10)}
        isInRow
      />
    ),
  };
}

function nameEnd({ name, rackName }: RunEnd): string {
  return rackName === null ? name : `${name} in ${rackName}`;
}

const nameLongest = ({ longest }: LinkRunSpread): string => `${nameEnd(longest.a)} \u2013 ${nameEnd(longest.b)}`;

export function LinkRuns({ links }: { readonly links: readonly LinkRunSpread[] }): ReactElement {
  const design = useDesignStore(selectDesign);
  const selection = useViewStore((state) => state.selection);
  const nameOf = ({ linkId }: LinkRunSpread): string => {
    const link = findRecord(design.links, linkId);
    const name = (id: string | undefined): string => findRecord(design.devices, id ?? '')?.name ?? '';
    return link ? `${name(link.a.deviceId)} to ${name(link.b.deviceId)}` : linkId;
  };
  const columns: TableColumn<LinkRunSpread>[] = [
    {
      key: 'link',
      title: 'Link',
      width: 'minmax(150px, 1.4fr)',
      sortValue: nameOf,
      render: nameOf,
      fullText: nameOf,
    },
    {
      key: 'cables',
      title: 'Cables',
      width: '74px',
      isNumber: true,
      sortValue: (link) => link.cableCount,
      render: (link) => (
        <Explained source={`link/cables/${link.linkId}`} figure="Cables" text={formatNumber(link.cableCount)} isInRow />
      ),
    },
    {
      key: 'measured',
      title: 'Measured',
      width: '82px',
      isNumber: true,
      sortValue: (link) => link.measuredCount,
      render: (link) => formatNumber(link.measuredCount),
    },
    lengthColumn('shortestM', 'Shortest'),
    lengthColumn('meanM', 'Mean'),
    lengthColumn('longestM', 'Longest'),
    {
      key: 'ends',
      title: 'The longest joins',
      width: 'minmax(200px, 2fr)',
      sortValue: nameLongest,
      render: nameLongest,
      fullText: nameLongest,
    },
  ];
  const pick = ({ linkId, longest }: LinkRunSpread): void => {
    const link = { kind: 'link', id: linkId } as const;
    select([link]);
    setHighlighted([
      link,
      ...[longest.a, longest.b].map(({ deviceId, member }) => ({ kind: 'device', id: deviceId, member }) as const),
    ]);
  };
  return (
    <Section title="Runs by link">
      <div className="deploy__table">
        <Table
          label="Runs by link"
          rows={links}
          columns={columns}
          rowKey={({ linkId }) => linkId}
          isSelected={({ linkId }) => selection.some((ref) => ref.kind === 'link' && ref.id === linkId)}
          onPick={pick}
          testId="link-runs"
        />
      </div>
    </Section>
  );
}
