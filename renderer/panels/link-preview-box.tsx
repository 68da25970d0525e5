/** What a proposed link makes in cables and takes in ports, before it is committed. */
import type { ReactElement } from 'react';
import {
  explainPreviewCables,
  explainPreviewModules,
  explainPreviewPorts,
} from '#core/analysis/explain/explain-preview.ts';
import type { Part } from '#core/catalog/part.ts';
import type { Design, Link } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import type { LinkPreview, PortPreview } from '#core/netlist/preview-link.ts';
import { useCatalog } from '../store/design-store.ts';
import { formatCount, formatNumber } from '../ui/format.ts';
import { MeterBar } from '../ui/meter-bar.tsx';
import { SeverityIcon } from '../ui/severity-icon.tsx';
import { Explained } from './explained.tsx';
import type { PreviewState } from './use-link-preview.ts';

interface LinkPreviewBoxProps {
  readonly design: Design;
  readonly link: Link;
  readonly state: PreviewState;
}

export function LinkPreviewBox({ design, link, state }: LinkPreviewBoxProps): ReactElement {
  const known = useCatalog();
  if (state.kind === 'computing') return <div className="link-preview link-preview--empty">Counting {'\u2026'}</div>;
  if (state.kind === 'failed') {
    return <div className="link-preview link-preview--empty">The preview broke; the link can still be connected.</div>;
  }
  const { preview } = state;
  const parts = preview.mediumPartIds.flatMap((id) => known.byId.get(id) ?? []);
  const nameOf = (id: string): string => findRecord(design.devices, id)?.name ?? id;
  const partOf = (id: string): Part | undefined => known.byId.get(findRecord(design.devices, id)?.partId ?? '');
  return (
    <div className="link-preview" aria-live="polite" data-testid="link-preview">
      <p className="link-preview__counts">
        <Explained
          source={() => explainPreviewCables(preview, parts)}
          figure="Cables of the new link"
          text={formatCount(preview.cableCount, 'cable')}
        />
        {', '}
        <Explained
          source={() => explainPreviewModules(preview, parts)}
          figure="Transceivers of the new link"
          text={formatCount(preview.transceiverCount, 'transceiver')}
        />
      </p>
      <p className={preview.mediumResolved ? 'link-preview__medium' : 'link-preview__medium link-preview__over'}>
        {preview.mediumLabel}
      </p>
      <PortBar name={nameOf(link.a.deviceId)} ports={preview.a} part={partOf(link.a.deviceId)} />
      <PortBar name={nameOf(link.b.deviceId)} ports={preview.b} part={partOf(link.b.deviceId)} />
      <Findings preview={preview} />
    </div>
  );
}

interface PortBarProps {
  readonly name: string;
  readonly ports: PortPreview;
  readonly part: Part | undefined;
}

function PortBar({ name, ports, part }: PortBarProps): ReactElement {
  const isOver = ports.usedAfter > ports.owned || ports.fullestMemberUsed > ports.ownedPerMember;
  return (
    <div className="link-preview__ports">
      <div className="link-preview__ports-head">
        <span>{name} ports</span>
        <span className={isOver ? 'link-preview__over' : ''}>
          <Explained
            source={() => explainPreviewPorts(name, ports, part)}
            figure={`Ports of ${name}`}
            text={`${formatNumber(ports.usedBefore)} \u2192 ${formatNumber(ports.usedAfter)} of ${formatNumber(ports.owned)}`}
          />
        </span>
      </div>
      <MeterBar label={`${name} ports`} used={ports.usedBefore} after={ports.usedAfter} total={ports.owned} />
      <div className="link-preview__note">
        Fullest member: {formatNumber(ports.fullestMemberUsed)} of {formatNumber(ports.ownedPerMember)}
      </div>
    </div>
  );
}

const MAX_FINDINGS = 4;

function Findings({ preview }: { readonly preview: LinkPreview }): ReactElement | null {
  const missing = preview.requestedCount - preview.connectionCount;
  if (preview.diagnostics.length === 0 && missing <= 0) return null;
  const rest = preview.diagnostics.length - MAX_FINDINGS;
  return (
    <ul className="link-preview__findings">
      {missing > 0 ? (
        <li>
          <SeverityIcon severity="error" />
          <span>
            {formatNumber(missing)} of {formatNumber(preview.requestedCount)} connections find no free port.
          </span>
        </li>
      ) : null}
      {preview.diagnostics.slice(0, MAX_FINDINGS).map((finding) => (
        <li key={`${finding.code} ${finding.message}`}>
          <SeverityIcon severity={finding.severity} />
          <span>{finding.message}</span>
        </li>
      ))}
      {rest > 0 ? <li className="link-preview__note">and {rest} more</li> : null}
    </ul>
  );
}
