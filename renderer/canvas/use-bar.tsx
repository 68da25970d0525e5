/** How full something is. A background, not a drawing: hundreds of these move with the view, and a drawing has a frame of its own. */
import type { CSSProperties } from 'react';

export function UseBar({ percent }: { readonly percent: number }) {
  return <span className="cv-bar" style={{ '--filled': `${percent}%` } as CSSProperties} aria-hidden="true" />;
}
