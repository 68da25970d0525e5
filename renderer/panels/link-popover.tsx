/** Where a link gesture ended: proposes the link, shows what it would take, and adds it when the user agrees. */
import { type KeyboardEvent, type ReactElement, useMemo, useState } from 'react';
import type { PortUse } from '#core/analysis/report.ts';
import type { Fabric, Link, LinkEnd } from '#core/design/design.ts';
import { createId } from '#core/edit/ids.ts';
import { type LinkProposal, proposeLink } from '#core/edit/propose-link.ts';
import { catalog, design, dispatch, selectDesign, useCatalog, useDesignStore } from '../store/design-store.ts';
import { reportStore } from '../store/report-store.ts';
import { type LinkDraft, select, setLinkDraft, useViewStore } from '../store/view-store.ts';
import { Button } from '../ui/button.tsx';
import { PopoverAt } from '../ui/popover.tsx';
import { ExplainCard } from './explain-card.tsx';
import { LinkFields } from './link-fields.tsx';
import { LinkPreviewBox } from './link-preview-box.tsx';
import { formatLinkName } from './link-rows.tsx';
import { useLinkPreview } from './use-link-preview.ts';
import './link-popover.css';

/** Half a device on the canvas, so that the device the gesture ended on stays in sight. */
const BESIDE_DEVICE_PX = 112;
/** Top bar and metrics bar. */
const BARS_PX = 110;

const close = (): void => setLinkDraft(null);

const findCanvas = (): HTMLElement | null => document.querySelector('[aria-label="Topology canvas"]');

/** Free ports on the member that has fewest, from the report; null while it is not known. */
function findFree(ports: readonly PortUse[] | undefined, end: LinkEnd): number | null {
  const use = ports?.find((entry) => entry.deviceId === end.deviceId && entry.blockId === end.blockId);
  return use?.freePerMemberMin ?? null;
}

export function LinkPopover(): ReactElement | null {
  const draft = useViewStore((state) => state.linkDraft);
  if (!draft) return null;
  return <OpenPopover key={JSON.stringify([draft.a, draft.b])} draft={draft} />;
}

function OpenPopover({ draft }: { readonly draft: LinkDraft }): ReactElement {
  const proposal = useMemo(() => {
    const current = design();
    const ports = reportStore.getState().report?.ports;
    return proposeLink(
      current,
      catalog(),
      draft.a,
      draft.b,
      { a: findFree(ports, draft.a), b: findFree(ports, draft.b) },
      { linkId: createId('link', current.links), fabricId: createId('fabric', current.fabrics) },
    );
  }, [draft]);
  return (
    <PopoverAt
      x={draft.screenX}
      y={draft.screenY}
      label="New link"
      distance={BESIDE_DEVICE_PX}
      clearTop={BARS_PX}
      onClose={close}
      findFocusAfter={findCanvas}
    >
      {proposal.ok ? <ProposedLink proposal={proposal.value} /> : <Refusal reason={proposal.error} />}
      <ExplainCard isApart />
    </PopoverAt>
  );
}

function Refusal({ reason }: { readonly reason: string }): ReactElement {
  return (
    <div className="link-popover">
      <h2>These ports cannot be linked</h2>
      <p className="link-popover__reason">{reason}</p>
      <footer>
        <Button tone="primary" autoFocus onClick={close}>
          OK
        </Button>
      </footer>
    </div>
  );
}

const NEW_FABRIC_NOTE = 'new fabric, begun by this link';

function ProposedLink({ proposal }: { readonly proposal: LinkProposal }): ReactElement {
  const current = useDesignStore(selectDesign);
  const parts = useCatalog();
  const [link, setLink] = useState<Link>(proposal.link);
  const fabric: Fabric | undefined = proposal.fabric?.id === link.fabricId ? proposal.fabric : undefined;
  const state = useLinkPreview(link, fabric);
  const fabrics = [
    ...Object.values(current.fabrics).map(({ id, name }) => ({ value: id, label: name })),
    ...(proposal.fabric ? [{ value: proposal.fabric.id, label: proposal.fabric.name, note: NEW_FABRIC_NOTE }] : []),
  ];

  const connect = (): void => {
    if (dispatch({ name: 'addLink', args: { link, ...(fabric ? { fabric } : {}) } }).length > 0) return;
    close();
    select([{ kind: 'link', id: link.id }]);
  };
  /** Enter connects from any field; on a button or an open list it means that button or list. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    connect();
  };
  return (
    <section className="link-popover" onKeyDown={onKeyDown} data-testid="link-popover">
      <h2>{formatLinkName(current, link)}</h2>
      <LinkFields
        design={current}
        catalog={parts}
        link={link}
        speedsGbps={proposal.speedsGbps}
        patterns={proposal.patterns}
        fabrics={fabrics}
        onChange={(patch) => setLink((old) => ({ ...old, ...patch, ...fitPairs(patch.pattern, proposal.link) }))}
        isLive
      />
      <LinkPreviewBox design={current} link={link} state={state} />
      <footer>
        <Button onClick={close}>
          Cancel <kbd>Esc</kbd>
        </Button>
        <Button tone="primary" autoFocus onClick={connect} data-testid="link-connect">
          Connect <kbd>{'\u21b5'}</kbd>
        </Button>
      </footer>
    </section>
  );
}

/** A listed link begins member by member; other patterns list no pairs. */
function fitPairs(pattern: Link['pattern'] | undefined, link: Link): Partial<Pick<Link, 'pairs'>> {
  if (pattern === undefined) return {};
  if (pattern !== 'explicit') return { pairs: [] };
  const countOf = (id: string): number => design().devices[id]?.count ?? 0;
  const isSelf = link.a.deviceId === link.b.deviceId;
  const count = isSelf ? countOf(link.a.deviceId) - 1 : Math.min(countOf(link.a.deviceId), countOf(link.b.deviceId));
  return { pairs: Array.from({ length: Math.max(0, count) }, (_, i): [number, number] => [i, isSelf ? i + 1 : i]) };
}
