/** What sets the pace, in words; the switches of a full cut can be looked at on the canvas. */
import { Gauge } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Bottleneck } from '#core/sim/estimate.ts';
import { requestFocus, setHighlighted, setView } from '../../store/view-store.ts';

export function BottleneckLine({ bottleneck }: { readonly bottleneck: Bottleneck }): ReactElement {
  return (
    <p className="estimate__bottleneck" data-testid="estimate-bottleneck">
      <Gauge size={15} aria-hidden />
      <span>
        <Words bottleneck={bottleneck} />
      </span>
    </p>
  );
}

function Words({ bottleneck }: { readonly bottleneck: Bottleneck }): ReactElement {
  switch (bottleneck.kind) {
    case 'latency':
      return (
        <>
          <strong>Latency</strong> sets the pace: at this size more bandwidth would not help.
        </>
      );
    case 'scale-up':
      return (
        <>
          The <strong>scale-up network</strong> inside a domain sets the pace; the fabric between domains keeps up.
        </>
      );
    case 'nic':
      return (
        <>
          The <strong>NICs</strong> of the servers set the pace; the fabric behind them keeps up.
        </>
      );
    case 'cut':
      return <CutWords label={bottleneck.label} refIds={bottleneck.refIds} />;
  }
}

function CutWords({ label, refIds }: { readonly label: string; readonly refIds: readonly string[] }): ReactElement {
  const show = (): void => {
    const [first] = refIds;
    if (first === undefined) return;
    requestFocus({ kind: 'device', id: first });
    if (refIds.length === 1) return;
    setHighlighted(refIds.map((id) => ({ kind: 'device', id })));
    setView('topology');
  };
  const name = `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
  return (
    <>
      {refIds.length === 0 ? (
        <strong>{name}</strong>
      ) : (
        <button type="button" className="scenario__link" onClick={show} title="Show on the canvas">
          {name}
        </button>
      )}{' '}
      set the pace: the bytes that must cross there take longer than the NICs need to send theirs.
    </>
  );
}
