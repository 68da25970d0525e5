/** Blocks that were moved by the program glide to their new places, so that the eye can follow; with reduced motion they jump. */
import { isMotionReduced } from '../../ui/motion.ts';
import { readInteraction, setInteraction } from '../interaction.ts';
import type { Point } from '../route-link.ts';

/** By canvas id. */
export type Spots = ReadonlyMap<string, Point>;

const durationMs = 280;
/** Every frame of a glide draws all links of what moves anew: more than this would stutter. */
const mostGliding = 300;

/**
 * Holds the picture at `starts`, lets `change` alter the design, then lets go smoothly. `change` says whether it did. `onArrival` is called
 * when everything is in place.
 */
export function glide(starts: Spots, ends: Spots, change: () => boolean, onArrival: () => void): void {
  if (isMotionReduced() || ends.size > mostGliding) {
    if (change()) onArrival();
    return;
  }
  setInteraction({ moving: starts });
  if (!change()) {
    setInteraction({ moving: new Map() });
    return;
  }
  let shown = starts;
  let startMs: number | null = null;
  requestAnimationFrame(step);

  function step(nowMs: number): void {
    // A drag, Escape or another document has taken over.
    if (readInteraction().moving !== shown) return;
    startMs ??= nowMs;
    const share = Math.min(1, (nowMs - startMs) / durationMs);
    if (share === 1) {
      setInteraction({ moving: new Map() });
      onArrival();
      return;
    }
    const eased = 1 - (1 - share) ** 3;
    shown = new Map(
      [...ends].map(([id, end]) => {
        const start = starts.get(id) ?? end;
        return [id, { x: start.x + (end.x - start.x) * eased, y: start.y + (end.y - start.y) * eased }];
      }),
    );
    setInteraction({ moving: shown });
    requestAnimationFrame(step);
  }
}
