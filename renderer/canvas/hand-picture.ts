/**
 * What the hand moves, moved in the page itself: in a frame of a drag neither React nor React Flow runs. They hear of it when the hand lets
 * go, and the picture goes back to theirs. Nothing that they write is touched.
 */
import type { Design } from '#core/design/design.ts';
import type { CanvasLayout } from './canvas-layout.ts';
import type { CanvasNode } from './canvas-node.ts';
import { touches } from './far/box-grid.ts';
import { drawOnHandBitmap, type HandScene, type HandView } from './hand-bitmap.ts';
import { holdElements, type HeldElements } from './held-elements.ts';
import { holdLinks, type HeldLinks } from './held-links.ts';
import type { ReportIndex } from './index-report.ts';
import { readInteraction } from './interaction.ts';
import type { LinkEdge } from './project-edges.ts';

import type { Box, Point } from './route-link.ts';
import { stretchFrames } from './stretch-frames.ts';
import { createSwing } from './swing-routes.ts';

/** What is in the page while nothing moves. */
export interface Stage {
  readonly design: Design;
  readonly layout: CanvasLayout;
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly LinkEdge[];
  readonly index: ReportIndex;
}

export interface HandPicture {
  /** Puts everything where the hand has it now; where it was, when the hand has let go. `canvas` is React Flow's own element. */
  readonly draw: (canvas: HTMLElement, view: HandView, stage: Stage) => void;
}

const aroundPx = 150;
const noFrames: ReadonlyMap<string, Box> = new Map();

/** One thing in the hand: itself, or what stands in it. */
interface Held {
  readonly id: string;
  /** The id under which the hand has it. */
  readonly leadId: string;
  /** Where that stands at rest, relative to its parent. */
  readonly start: Point;
}

interface Grip {
  readonly stage: Stage;
  readonly moving: ReadonlyMap<string, Point>;
  readonly isCopying: boolean;
  readonly held: readonly Held[];
  /** React Flow's own wrappers of nodes, by canvas id. */
  readonly nodes: ReadonlyMap<string | undefined, HTMLElement>;
  readonly elements: HeldElements;
  readonly links: HeldLinks | null;
}

export function createHandPicture(): HandPicture {
  let grip: Grip | null = null;

  function letGo(canvas: HTMLElement): void {
    if (!grip) return;
    grip.elements.letGo();
    grip.links?.letGo();
    grip = null;
    delete canvas.dataset['hand'];
  }

  function takeAnew(canvas: HTMLElement, stage: Stage): Grip {
    const { moving, ghosts } = readInteraction();
    const isCopying = ghosts.length > 0;
    const isSame = grip?.stage === stage && grip.isCopying === isCopying && hasSameKeys(grip.moving, moving);
    if (grip && isSame) return grip;
    letGo(canvas);
    canvas.dataset['hand'] = '';
    return takeHold(canvas, stage, moving, isCopying);
  }

  return {
    draw(canvas, view, stage) {
      const bitmap = canvas.querySelector<HTMLCanvasElement>('.cv-hand');
      const { moving, guides } = readInteraction();
      let links: HandScene['links'] = [];
      if (moving.size === 0) letGo(canvas);
      else {
        grip = takeAnew(canvas, stage);
        links = moveAll(grip, moving, findSight(view));
      }
      if (bitmap) drawOnHandBitmap(bitmap, view, { links, guides });
    },
  };
}

function takeHold(canvas: HTMLElement, stage: Stage, moving: Grip['moving'], isCopying: boolean): Grip {
  const { design, nodes, edges, index } = stage;
  const held = listHeld(stage, moving);
  const ids = new Set(held.map(({ id }) => id));
  // A copy takes the links among what is copied only: until it is dropped all of them stay with the originals.
  const swing = isCopying ? null : createSwing(design, nodes, index, edges, (id) => ids.has(id));
  const wrappers = [...canvas.querySelectorAll<HTMLElement>('.react-flow__node')];
  return {
    stage,
    moving,
    isCopying,
    held,
    nodes: new Map(wrappers.map((wrapper) => [wrapper.dataset['id'], wrapper])),
    elements: holdElements(ids.size + (swing?.links.length ?? 0)),
    links: swing && holdLinks(canvas, swing),
  };
}

function moveAll(grip: Grip, moving: ReadonlyMap<string, Point>, sight: Box): HandScene['links'] {
  const { stage, isCopying, held, nodes, elements, links } = grip;
  // Around what stays while its copy goes, the frame stays too.
  const { leaving } = readInteraction();
  const frames = isCopying ? noFrames : stretchFrames(stage.design, stage.layout, moving, leaving);
  const shifts = new Map<string, Point>();
  for (const { id, leadId, start } of held) {
    const to = moving.get(leadId) ?? start;
    const shift = { x: to.x - start.x, y: to.y - start.y };
    shifts.set(id, shift);
    const box = stage.layout.boxes.get(id);
    const isInSight = box !== undefined && touches({ ...box, x: box.x + shift.x, y: box.y + shift.y }, sight);
    if (!frames.has(id)) elements.move(nodes.get(id), shift, isInSight);
  }
  for (const [id, frame] of frames) {
    const home = stage.layout.boxes.get(id);
    if (!home) continue;
    elements.move(nodes.get(id), { x: frame.x - home.x, y: frame.y - home.y }, true);
    elements.stretch(nodes.get(id), frame);
  }
  return links?.move(shifts, elements, sight) ?? [];
}

/** On the plane, with a little around it, as labels reach beyond their middle. */
function findSight({ width, height, transform: [x, y, zoom] }: HandView): Box {
  return {
    x: -x / zoom - aroundPx,
    y: -y / zoom - aroundPx,
    width: width / zoom + 2 * aroundPx,
    height: height / zoom + 2 * aroundPx,
  };
}

function listHeld({ layout, nodes }: Stage, moving: ReadonlyMap<string, Point>): Held[] {
  return nodes.flatMap(({ id, parentId }): Held[] => {
    const leadId = moving.has(id) ? id : parentId;
    const start = leadId !== undefined && moving.has(leadId) ? layout.spots.get(leadId)?.position : undefined;
    return leadId !== undefined && start ? [{ id, leadId, start }] : [];
  });
}

function hasSameKeys(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  if (a.size !== b.size) return false;
  for (const key of a.keys()) if (!b.has(key)) return false;
  return true;
}
