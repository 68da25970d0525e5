/** A link between two device groups: fabric colour, width by number of connections, what it is made of at its middle. */
import type { EdgeProps } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { useViewStore } from '../store/view-store.ts';
import { SeverityIcon } from '../ui/severity-icon.tsx';
import { BrokenBadge, markBroken } from './broken-badge.tsx';
import { hideHint, showHint } from './hint.ts';
import { describeCut, useCutLink } from './cut-link.ts';
import { toItemId, useItemState } from './item-state.ts';
import { showsSame } from './same-item.ts';
import { listLinkFacts } from './link-hint.ts';
import { LinkLabels } from './link-labels.tsx';
import { useLinePaint } from './overlay/line-paint.ts';
import type { LinkEdge } from './project-edges.ts';
import { RouteBadge } from './route/route-badge.tsx';
import { clickLine } from './use-line-hand.ts';

const NO_LINKS: readonly string[] = [];
const hitWidth = 22;

export const LinkEdgeView = memo(function LinkEdgeView(props: EdgeProps<LinkEdge>) {
  const { id, data, selected } = props;
  const state = useItemState(id, { kind: 'link', id: data?.linkId ?? '' });
  const isLit = useViewStore((view) =>
    view.highlighted.some((ref) => ref.kind === 'link' && data?.linkIds.includes(ref.id)),
  );
  const cut = useCutLink(data?.linkId ?? '');
  const paint = useLinePaint(data?.linkIds ?? NO_LINKS);
  const overlay = useViewStore((view) => view.overlay);
  if (!data) return null;
  const broken = { brokenCount: data.brokenCount, total: data.connectionCount };
  // A medium nobody can name is a fault only where the rules say so: a cage of unknown kind is not known, not wrong.
  const trouble = data.problems?.severity;
  const marks = {
    'data-selected': selected || undefined,
    'data-active': state.isActive || undefined,
    'data-lit': isLit || undefined,
    'data-drop': state.drop,
    'data-trouble': trouble,
    'data-cut': cut ? true : undefined,
    'data-load': overlay === 'load' ? paint?.figure : undefined,
    'data-paint': paint ? overlay : undefined,
    'data-quiet': paint?.isQuiet || undefined,
    'data-broken': markBroken(broken),
    'data-crowded': data.hasRoom ? undefined : true,
    'data-stacked': data.isStacked || undefined,
  };
  // An overlay takes colour over from the fabric, and some thickness from the number of connections.
  const colour = paint?.colour ?? data.colour;
  const strokeWidth = paint?.width ?? data.strokeWidth;
  return (
    <g
      className="cv-link"
      id={toItemId(id)}
      aria-description={paint?.fact}
      style={{ '--link-colour': colour, '--link-width': `${strokeWidth}px` } as CSSProperties}
      {...marks}
    >
      <path className="cv-link-halo" d={data.path} fill="none" strokeWidth={strokeWidth + 6} />
      <path
        className="cv-link-line"
        d={data.path}
        fill="none"
        strokeDasharray={data.isUnresolved ? '7 5' : paint?.dash?.join(' ')}
      />
      <circle className="cv-link-end" cx={data.start.x} cy={data.start.y} r={3.5} />
      <circle className="cv-link-end" cx={data.end.x} cy={data.end.y} r={3.5} />
      <path
        className="react-flow__edge-interaction"
        d={data.path}
        fill="none"
        strokeOpacity={0}
        strokeWidth={hitWidth}
      />
      <LinkLabels x={data.label.x} y={data.label.y}>
        <div
          className="cv-link-label nodrag nopan"
          data-canvas-id={id}
          style={{ '--link-colour': colour } as CSSProperties}
          {...marks}
          onClick={(event) => clickLine(id, event)}
          onPointerEnter={(event) => showHint(event.currentTarget, data.caption, listLinkFacts(data))}
          onPointerLeave={hideHint}
        >
          {trouble && <SeverityIcon severity={trouble} size={12} />}
          <span className="cv-link-caption" data-figure="count">
            {data.caption}
          </span>
          {broken.brokenCount > 0 && <BrokenBadge {...broken} isShort />}
          {paint && paint.figure !== '' && (
            <span className="cv-link-load" data-figure="paint">
              {paint.figure}
            </span>
          )}
          <RouteBadge kind="link" ids={data.linkIds} />
          {cut && (
            <span className="cv-link-cut" data-figure="cut">
              {describeCut(cut)}
            </span>
          )}
        </div>
      </LinkLabels>
    </g>
  );
}, showsSame);
