/** What holds a table wider than its place: scrolls by itself, by keyboard too, so it has a name and takes the focus. */
import type { ReactElement, ReactNode } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function ScrollRegion({ label, children }: ScrollRegionProps): ReactElement {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section className="simulate__scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
