/** The links of a device, of a fabric, or of the whole design as rows that select them. */
import type { ReactElement } from 'react';
import type { LinkReport } from '#core/analysis/report.ts';
import type { Design, Link } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { selectDesign, useDesignStore } from '../store/design-store.ts';
import { chooseFabricColour } from '../store/fabric-colour.ts';
import { useReportStore } from '../store/report-store.ts';
import { requestFocus } from '../store/view-store.ts';
import { formatCount, formatSpeed } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { LeadingButton } from './leading-button.tsx';
import { ExplainedCount } from './explained-count.tsx';

interface LinkRowsProps {
  readonly deviceId?: string;
  readonly fabricId?: string;
}

export function formatLinkName(design: Design, link: Link): string {
  const nameOf = (id: string): string => findRecord(design.devices, id)?.name ?? id;
  return `${nameOf(link.a.deviceId)} to ${nameOf(link.b.deviceId)}`;
}

export function LinkRows({ deviceId, fabricId }: LinkRowsProps): ReactElement | null {
  const design = useDesignStore(selectDesign);
  const reports = useReportStore((state) => state.report?.links);
  const links = Object.values(design.links).filter(
    (link) =>
      (deviceId === undefined || link.a.deviceId === deviceId || link.b.deviceId === deviceId) &&
      (fabricId === undefined || link.fabricId === fabricId),
  );
  return (
    <Section
      title="Links"
      aside={
        <ExplainedCount
          title="Links"
          unit="links"
          items={links.map((link) => ({ name: formatLinkName(design, link), refs: [{ kind: 'link', id: link.id }] }))}
          filter={describeScope(deviceId, fabricId)}
        />
      }
    >
      {links.length === 0 ? (
        <p className="inspector__note">None yet. Drag from a port on the canvas to a port of another device.</p>
      ) : (
        <div className="inspector__rows">
          {links.map((link) => (
            <LinkRow
              key={link.id}
              design={design}
              link={link}
              report={reports?.find((entry) => entry.linkId === link.id)}
            />
          ))}
        </div>
      )}
    </Section>
  );
}

function describeScope(deviceId: string | undefined, fabricId: string | undefined): string {
  if (deviceId !== undefined) return 'Those with an end at the device; a link stands for all its cables.';
  return fabricId === undefined ? 'All of the design.' : 'Those of the fabric; a link stands for all its cables.';
}

interface LinkRowProps {
  readonly design: Design;
  readonly link: Link;
  readonly report: LinkReport | undefined;
}

function LinkRow({ design, link, report }: LinkRowProps): ReactElement {
  return (
    <LeadingButton
      source={`link/cables/${link.id}`}
      figure={formatLinkName(design, link)}
      className="inspector__row"
      onClick={() => requestFocus({ kind: 'link', id: link.id })}
    >
      <span className="inspector__row-name">
        <span className="inspector__swatch" style={{ background: chooseFabricColour(design.fabrics, link.fabricId) }} />
        {formatLinkName(design, link)}
      </span>
      <span>{report ? formatCount(report.cableCount, 'cable') : ''}</span>
      <span className="inspector__row-note">
        {formatSpeed(link.speedGbps)} {'\u00b7'} {report?.mediumLabel ?? link.pattern}
      </span>
    </LeadingButton>
  );
}
