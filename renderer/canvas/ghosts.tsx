/** Outlines with names: of what stays while its copy is dragged, and of a part before it is dropped. */
import { ViewportPortal } from '@xyflow/react';
import { useInteraction } from './interaction.ts';

export function Ghosts() {
  const ghosts = useInteraction((state) => state.ghosts);
  if (ghosts.length === 0) return null;
  return (
    <ViewportPortal>
      {ghosts.map(({ box, name }) => (
        <div
          key={`${box.x} ${box.y} ${box.width} ${name}`}
          className="cv-ghost"
          data-testid="ghost"
          style={{ transform: `translate(${box.x}px, ${box.y}px)`, width: box.width, height: box.height }}
        >
          {name}
        </div>
      ))}
    </ViewportPortal>
  );
}
