/** The most oversubscribed switches of a fabric by name; a click goes to the group on the canvas. */
import type { ReactElement } from 'react';
import type { SwitchOversubscription } from '#core/analysis/bandwidth-report.ts';
import { findRecord } from '#core/design/records.ts';
import { formatMemberName } from '#core/netlist/names.ts';
import { selectDesign, useDesignStore } from '../store/design-store.ts';
import { requestFocus } from '../store/view-store.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { formatBandwidth, formatNumber, formatRatio } from '../ui/format.ts';
import { leadFromFigure } from '../store/use-explain-trigger.ts';
import { LeadingButton } from './leading-button.tsx';
import { explainList } from '#core/analysis/explain/explain-list.ts';
import type { Explanation } from '#core/analysis/explain/explanation.ts';

/** Ratios nearer than this are one. */
const EQUAL_WITHIN = 1e-9;

/** Nothing where all switches are alike: then the table of tiers says it all. */
export function WorstSwitches(props: {
  readonly fabricId: string;
  readonly switches: readonly SwitchOversubscription[];
}): ReactElement | null {
  const design = useDesignStore(selectDesign);
  const [worst] = props.switches;
  if (!worst || props.switches.every(({ ratio }) => Math.abs(ratio - worst.ratio) < EQUAL_WITHIN)) return null;
  return (
    <Disclosure
      title="Most oversubscribed switches"
      note={formatNumber(props.switches.length)}
      attributes={leadFromFigure(() => explainWorst(props.switches), 'Most oversubscribed switches')}
    >
      <div className="inspector__rows">
        {props.switches.map((own) => {
          const device = findRecord(design.devices, own.deviceId);
          if (!device) return null;
          const pod = device.membersPerPod === null ? 0 : Math.floor(own.member / device.membersPerPod);
          return (
            <LeadingButton
              key={`${own.deviceId} ${own.member}`}
              source={`oversubscription/${props.fabricId}`}
              figure={formatMemberName(device.nameTemplate, own.member, pod)}
              className="inspector__row"
              onClick={() => requestFocus({ kind: 'device', id: own.deviceId })}
            >
              <span className="inspector__row-name">{formatMemberName(device.nameTemplate, own.member, pod)}</span>
              <span>{formatRatio(own.ratio)}</span>
              <span className="inspector__row-note">
                {formatBandwidth(own.downGbps)} down, {formatBandwidth(own.awayGbps)} away
              </span>
            </LeadingButton>
          );
        })}
      </div>
    </Disclosure>
  );
}

function explainWorst(switches: readonly SwitchOversubscription[]): Explanation {
  return explainList({
    title: 'Most oversubscribed switches',
    unit: 'switches',
    items: switches.map(({ deviceId, member, ratio }) => ({
      name: `at ${formatRatio(ratio)}`,
      refs: [{ kind: 'device', id: deviceId, member }],
    })),
    filter: 'The highest ratios of the fabric; switches without cables away from the endpoints have none.',
  });
}
