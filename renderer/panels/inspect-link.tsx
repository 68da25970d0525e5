/** A link: what it joins, how it is wired, over what, and what that makes in cables. */
import type { ReactElement } from 'react';
import type { Link, LinkEnd } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { listPatterns } from '#core/edit/link-patterns.ts';
import { findLinkSite, listCommonSpeeds } from '#core/edit/link-rules.ts';
import { dispatch, selectDesign, useCatalog, useDesignStore } from '../store/design-store.ts';
import { chooseFabricColour } from '../store/fabric-colour.ts';
import { useReportStore } from '../store/report-store.ts';
import { requestFocus } from '../store/view-store.ts';
import { formatLength, formatNumber, formatSpeed } from '../ui/format.ts';
import { FactList, Section } from '../ui/section.tsx';
import { BreakSection } from './break-section.tsx';
import { explainFact } from './explained-fact.tsx';
import { ObjectProblems } from './inspect-device.tsx';
import { FabricFields } from './inspect-fabric.tsx';
import { formatBlockRole } from './labels.ts';
import { LinkFields } from './link-fields.tsx';
import { LinkNarrowing } from './link-narrowing.tsx';
import { formatLinkName } from './link-rows.tsx';
import { LeadingButton } from './leading-button.tsx';

export function InspectLink({ link }: { readonly link: Link }): ReactElement {
  const design = useDesignStore(selectDesign);
  const catalog = useCatalog();
  const fabric = findRecord(design.fabrics, link.fabricId);
  const siteA = findLinkSite(design, catalog, link.a);
  const siteB = findLinkSite(design, catalog, link.b);
  const areKnown = siteA.ok && siteB.ok;
  const speedsGbps = areKnown ? listCommonSpeeds(siteA.value.block, siteB.value.block) : [];
  const patterns = areKnown ? listPatterns(siteA.value.device, siteB.value.device) : [link.pattern];
  const fabrics = Object.values(design.fabrics).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <header className="inspector__head">
        <div className="inspector__kind">
          <span
            className="inspector__swatch"
            style={{ background: chooseFabricColour(design.fabrics, link.fabricId) }}
          />
          Link {'\u00b7'} {fabric?.name ?? 'no fabric'} {'\u00b7'} {formatSpeed(link.speedGbps)}
        </div>
        <p className="inspector__title">{formatLinkName(design, link)}</p>
      </header>
      <LinkEnds link={link} />
      <Section title="Wiring">
        <LinkFields
          design={design}
          catalog={catalog}
          link={link}
          speedsGbps={speedsGbps.includes(link.speedGbps) ? speedsGbps : [link.speedGbps, ...speedsGbps]}
          patterns={patterns.includes(link.pattern) ? patterns : [link.pattern, ...patterns]}
          fabrics={fabrics}
          onChange={(patch) => dispatch({ name: 'editLink', args: { id: link.id, patch } })}
        />
        <LinkNarrowing link={link} />
      </Section>
      <ObjectProblems object={{ kind: 'link', id: link.id }} />
      <LinkCounts linkId={link.id} />
      <BreakLink linkId={link.id} />
      {fabric ? (
        <Section title={`Fabric: ${fabric.name}`}>
          <FabricFields fabric={fabric} />
        </Section>
      ) : null}
    </>
  );
}

function BreakLink({ linkId }: { readonly linkId: string }): ReactElement {
  const line = useReportStore((state) => state.report?.links.find((entry) => entry.linkId === linkId));
  return <BreakSection target={{ kind: 'link', id: linkId }} total={line?.connectionCount ?? 0} />;
}

function LinkEnds({ link }: { readonly link: Link }): ReactElement {
  return (
    <Section title="Ends">
      <div className="inspector__rows">
        <EndRow label="A" end={link.a} />
        <EndRow label="B" end={link.b} />
      </div>
    </Section>
  );
}

/** Which members and ports of the group this end is narrowed to. */
function describeRun({ members, ports }: LinkEnd): string {
  const parts = [
    members ? `members ${members.first + 1} to ${members.first + members.count}` : '',
    ports ? `every ${ports.step}. port from port ${ports.first + 1}` : '',
  ];
  return parts.map((part) => (part === '' ? '' : ` \u00b7 ${part}`)).join('');
}

function EndRow({ label, end }: { readonly label: string; readonly end: LinkEnd }): ReactElement {
  const device = useDesignStore((state) => findRecord(state.edit.design.devices, end.deviceId));
  const ports = useReportStore((state) => state.report?.ports);
  const place = ports?.findIndex((entry) => entry.deviceId === end.deviceId && entry.blockId === end.blockId) ?? -1;
  const use = ports?.[place];
  return (
    <LeadingButton
      source={[`device/members/${end.deviceId}`, ...(use ? ([`ports/free/${place}`] as const) : [])]}
      figure={device?.name ?? end.deviceId}
      className="inspector__row"
      onClick={() => requestFocus({ kind: 'device', id: end.deviceId })}
    >
      <span className="inspector__row-name">
        {label}: {device?.name ?? end.deviceId}
      </span>
      <span>
        {'\u00d7'} {formatNumber(device?.count ?? 0)}
      </span>
      <span className="inspector__row-note">
        {use
          ? `${formatBlockRole(use.role)} ports, ${formatNumber(use.portsFree)} free of ${formatNumber(use.portsOwned)}`
          : end.blockId}
        {describeRun(end)}
      </span>
    </LeadingButton>
  );
}

function LinkCounts({ linkId }: { readonly linkId: string }): ReactElement | null {
  const line = useReportStore((state) => state.report?.links.find((entry) => entry.linkId === linkId));
  if (!line) return null;
  const isShort = line.connectionCount < line.requestedCount;
  return (
    <Section title="Makes">
      <FactList
        facts={[
          explainFact(
            'Connections',
            `link/connections/${linkId}`,
            isShort
              ? `${formatNumber(line.connectionCount)} of ${formatNumber(line.requestedCount)}`
              : formatNumber(line.connectionCount),
            isShort,
          ),
          explainFact('Cables', `link/cables/${linkId}`, formatNumber(line.cableCount)),
          explainFact('Transceivers', `link/transceivers/${linkId}`, formatNumber(line.transceiverCount)),
          [
            'Medium',
            line.mediumResolved ? (
              line.mediumLabel
            ) : (
              <span key="medium" className="inspector__over">
                {line.mediumLabel}
              </span>
            ),
          ],
          explainFact('Planned run', `link/planned/${linkId}`, formatLength(line.plannedLengthM)),
          explainFact('Longest run', `link/run/${linkId}`, formatLength(line.lengthM)),
        ]}
      />
    </Section>
  );
}
