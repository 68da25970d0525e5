/** The design in figures: totals, and a row for each fabric. */
import type { ReactElement, ReactNode } from 'react';
import { explainTierSwitches } from '#core/analysis/explain/explain-tier.ts';
import type { DeviceRole } from '#core/design/design.ts';
import type { DesignSummary, FabricSummary } from '../../store/requirements-store.ts';
import { formatCount, formatDelay, formatNumber, formatPercent, formatPower, formatRatio } from '../../ui/format.ts';
import { Explained } from '../explained.tsx';
import { RequiredFigure, RequiredSum } from './required-figure.tsx';

export function DesignFigures({ summary }: { readonly summary: DesignSummary }): ReactElement {
  const { errorCount, warningCount } = summary;
  return (
    <section className="requirements__design" aria-label="The design">
      <dl className="requirements__totals">
        <Total
          id="gpus"
          label="GPUs"
          note={
            <RequiredFigure metric="endpoints" figure="Servers" text={formatCount(summary.endpointCount, 'server')} />
          }
        >
          <RequiredFigure metric="gpus" figure="GPUs" text={formatNumber(summary.gpuCount)} />
        </Total>
        <Total id="switches" label="Switches">
          <RequiredFigure metric="switches" figure="Switches" text={formatNumber(summary.switchCount)} />
        </Total>
        <Total id="cables" label="Cables">
          <RequiredFigure metric="cables" figure="Cables" text={formatNumber(summary.cableCount)} />
        </Total>
        <Total id="transceivers" label="Transceivers">
          <RequiredFigure metric="transceivers" figure="Transceivers" text={formatNumber(summary.transceiverCount)} />
        </Total>
        <Total id="power" label="Power, max" note={<NetworkPower summary={summary} />}>
          <RequiredSum metric="power-max" figure="Power, max" sum={summary.powerMaxW} format={formatPower} />
        </Total>
        <Total id="racks" label="Racks" note={summary.rackCount === 0 ? 'not placed' : undefined}>
          <RequiredFigure
            metric="racks"
            figure="Racks"
            text={summary.rackCount === 0 ? '\u2013' : formatNumber(summary.rackCount)}
          />
        </Total>
      </dl>
      <FabricTable fabrics={summary.fabrics} />
      {errorCount + warningCount > 0 ? (
        <p className="requirements__findings">
          The design rules find{' '}
          <RequiredFigure
            metric="problems"
            figure="Findings"
            text={[
              errorCount > 0 ? formatCount(errorCount, 'error') : null,
              warningCount > 0 ? formatCount(warningCount, 'warning') : null,
            ]
              .filter(Boolean)
              .join(' and ')}
          />
          ; they are listed once the design is created.
        </p>
      ) : null}
    </section>
  );
}

function NetworkPower({ summary }: { readonly summary: DesignSummary }): ReactElement {
  return (
    <>
      network{' '}
      <RequiredSum
        metric="network-power"
        figure="Power of the network, max"
        sum={summary.networkPowerMaxW}
        format={formatPower}
      />
    </>
  );
}

function Total(props: {
  readonly id: string;
  readonly label: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="requirements__total" data-testid={`requirements-total-${props.id}`}>
      <dt>{props.label}</dt>
      <dd>
        {props.children}
        {props.note ? <span className="requirements__total-note">{props.note}</span> : null}
      </dd>
    </div>
  );
}

const TIERS: readonly { readonly role: DeviceRole; readonly title: string }[] = [
  { role: 'leaf', title: 'Leaves' },
  { role: 'spine', title: 'Spines' },
  { role: 'core', title: 'Cores' },
];

function FabricTable({ fabrics }: { readonly fabrics: readonly FabricSummary[] }): ReactElement {
  return (
    <table className="requirements__table" aria-label="Fabrics">
      <thead>
        <tr>
          <th scope="col">Fabric</th>
          {TIERS.map(({ role, title }) => (
            <th key={role} scope="col" className="requirements__number">
              {title}
            </th>
          ))}
          <th scope="col" className="requirements__number">
            Oversub.
          </th>
          <th scope="col" className="requirements__number">
            Bisection
          </th>
          <th scope="col" className="requirements__number">
            Switches on path
          </th>
          <th scope="col" className="requirements__number">
            Latency
          </th>
        </tr>
      </thead>
      <tbody>
        {fabrics.map((fabric) => (
          <tr key={fabric.fabricId} data-testid={`requirements-fabric-${fabric.fabricId}`}>
            <th scope="row">{fabric.name}</th>
            {TIERS.map(({ role }) => (
              <td key={role} className="requirements__number">
                <TierCell fabric={fabric} role={role} />
              </td>
            ))}
            <td className="requirements__number">
              <RequiredFigure
                metric={`oversubscription/${fabric.fabricId}`}
                figure={`Oversubscription of ${fabric.name}`}
                text={fabric.oversubscription === null ? '\u2013' : formatRatio(fabric.oversubscription)}
              />
            </td>
            <td className="requirements__number">
              <RequiredFigure
                metric={`bisection/${fabric.fabricId}`}
                figure={`Bisection of ${fabric.name}`}
                text={fabric.bisectionRatio === null ? '\u2013' : formatPercent(fabric.bisectionRatio)}
              />
            </td>
            <td className="requirements__number">
              <RequiredFigure
                metric={`paths/${fabric.fabricId}`}
                figure={`Switches on the longest path of ${fabric.name}`}
                text={fabric.switchesMost === null ? '\u2013' : String(fabric.switchesMost)}
              />
            </td>
            <td className="requirements__number">
              <RequiredFigure
                metric={`latency/${fabric.fabricId}`}
                figure={`Latency of ${fabric.name}`}
                text={fabric.latencyMaxNs === null ? '\u2013' : formatDelay(fabric.latencyMaxNs)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TierCell({ fabric, role }: { readonly fabric: FabricSummary; readonly role: DeviceRole }): ReactElement {
  const tier = fabric.tiers.find((candidate) => candidate.role === role);
  if (!tier) return <span className="requirements__none">{'\u2013'}</span>;
  return (
    <>
      <Explained
        source={() => explainTierSwitches(fabric.name, role, tier.groups)}
        figure={`Switches of ${fabric.name}, ${role}`}
        text={formatNumber(tier.switchCount)}
      />
      <span className="requirements__model">{tier.models.join(', ')}</span>
    </>
  );
}
