/** Ports of a device group by block: how many there are, how many are taken. */
import { Network } from 'lucide-react';
import type { ReactElement } from 'react';
import type { PortUse } from '#core/analysis/report.ts';
import { openPortMap } from '../store/cables-tab.ts';
import { useReportStore } from '../store/report-store.ts';
import { useViewStore } from '../store/view-store.ts';
import { Button } from '../ui/button.tsx';
import { formatNumber, formatSpeed } from '../ui/format.ts';
import { MeterBar } from '../ui/meter-bar.tsx';
import { Section } from '../ui/section.tsx';
import { Explained } from './explained.tsx';
import { nameBlock } from './name-block.ts';

const NONE: readonly PortUse[] = [];

export function DevicePorts({ deviceId }: { readonly deviceId: string }): ReactElement {
  const all = useReportStore((state) => state.report?.ports ?? NONE);
  const ports = all.flatMap((use, index) => (use.deviceId === deviceId ? [{ use, index }] : []));
  return (
    <Section title="Ports" aside="used of owned">
      {ports.length === 0 ? <p className="inspector__note">No ports known.</p> : null}
      {ports.map(({ use, index }) => (
        <PortBlockRow key={use.blockId} use={use} name={nameBlock(use, all)} index={index} />
      ))}
      {ports.some(({ use }) => use.portsUsed > 0) ? <PortMapButton deviceId={deviceId} /> : null}
    </Section>
  );
}

/** Of the member that is selected, where one is. */
function PortMapButton({ deviceId }: { readonly deviceId: string }): ReactElement {
  const member = useViewStore(
    (state) => state.selection.find((ref) => ref.kind === 'device' && ref.id === deviceId)?.member ?? 0,
  );
  return (
    <Button onClick={() => openPortMap({ deviceId, member })} data-testid="open-port-map">
      <Network size={14} /> Port map
    </Button>
  );
}

interface PortBlockRowProps {
  readonly use: PortUse;
  readonly name: string;
  /** Its place in the report. */
  readonly index: number;
}

function PortBlockRow({ use, name, index }: PortBlockRowProps): ReactElement {
  const speeds = use.speedsGbps.map(formatSpeed).join(', ');
  const cages = use.formFactor === null ? '' : `${use.cagesPerMember}\u00d7 ${use.formFactor} each`;
  const spread =
    use.usedPerMemberMax === use.usedPerMemberMin
      ? ''
      : `${use.usedPerMemberMin}\u2013${use.usedPerMemberMax} used per member`;
  const about = [cages, speeds, spread].filter(Boolean).join(' \u00b7 ');
  return (
    <div className="inspector__port">
      <div className="inspector__port-head">
        <span>{name}</span>
        <span>
          <Explained
            source={`ports/used/${index}`}
            figure={`${name} ports used`}
            text={`${formatNumber(use.portsUsed)} / ${formatNumber(use.portsOwned)}`}
          />
        </span>
      </div>
      <MeterBar label={`${name} ports used`} used={use.portsUsed} total={use.portsOwned} />
      <div className="inspector__port-note">
        {use.cagesPerMember === 0 ? (
          'Cages not known; adapter slots need a NIC first'
        ) : (
          <>
            {about === '' ? null : (
              <>
                <Explained source={`ports/owned/${index}`} figure={`${name} ports`} text={about} />
                {' \u00b7 '}
              </>
            )}
            {use.portsFree === 0 ? (
              'none free'
            ) : (
              <Explained
                source={`ports/free/${index}`}
                figure={`${name} ports free`}
                text={`${formatNumber(use.portsFree)} free`}
              />
            )}
          </>
        )}
      </div>
    </div>
  );
}
