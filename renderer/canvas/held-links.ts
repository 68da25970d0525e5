/** Links that hang on what the hand moves: their labels are moved, and their lines hidden, because the hand's bitmap shows them. */
import type { HandScene } from './hand-bitmap.ts';
import type { HeldElements } from './held-elements.ts';
import { toItemId } from './item-state.ts';
import { type LinkLook, readLinkLook } from './link-look.ts';
import { contains } from './node-boxes.ts';
import type { Box, Point } from './route-link.ts';
import type { Swing } from './swing-routes.ts';

export interface HeldLinks {
  /** `shifts`: how far what moves has come, by canvas id. Answers what the bitmap shows. */
  readonly move: (shifts: ReadonlyMap<string, Point>, elements: HeldElements, sight: Box) => HandScene['links'];
  readonly letGo: () => void;
}

interface HeldLink {
  readonly id: string;
  readonly look: LinkLook;
  /** React Flow's own element around the line. */
  readonly line: SVGElement;
  readonly label: HTMLElement | undefined;
  readonly labelAtRest: Point;
}

/** `canvas` is React Flow's own element. */
export function holdLinks(canvas: HTMLElement, swing: Swing): HeldLinks {
  const labels = indexLabels(canvas);
  const held = swing.links.flatMap(({ id, data }): HeldLink[] => {
    const link = document.getElementById(toItemId(id));
    const line = link?.closest('svg');
    const look = link && readLinkLook(link);
    return data && line && look ? [{ id, look, line, label: labels.get(id), labelAtRest: data.label }] : [];
  });
  for (const { line } of held) line.dataset['swings'] = '';
  return {
    move(shifts, elements, sight) {
      const routes = swing.route(shifts);
      return held.flatMap(({ id, look, label, labelAtRest }) => {
        const route = routes.get(id);
        if (!route) return [];
        const { x, y } = route.label;
        const isInSight = contains(sight, route.label);
        elements.move(label, { x: x - labelAtRest.x, y: y - labelAtRest.y }, isInSight);
        return [{ look, route }];
      });
    },
    letGo() {
      for (const { line } of held) delete line.dataset['swings'];
    },
  };
}

/** The spots that labels are centred on, by canvas id of the link; from afar no label shows. */
function indexLabels(canvas: HTMLElement): Map<string | undefined, HTMLElement> {
  const labels = new Map<string | undefined, HTMLElement>();
  for (const label of canvas.querySelectorAll<HTMLElement>('.cv-link-label')) {
    if (label.parentElement && label.offsetParent) labels.set(label.dataset['canvasId'], label.parentElement);
  }
  return labels;
}
