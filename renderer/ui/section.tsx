/** A titled part of a panel. */
import type { ReactElement, ReactNode } from 'react';
import './section.css';

interface SectionProps {
  readonly title: string;
  /** At the right of the title: a count, a button. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, aside, children }: SectionProps): ReactElement {
  return (
    <section className="ui-section">
      <header className="ui-section__head">
        <h3>{title}</h3>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** Name, figure, and what stands beside the name. */
type Fact = readonly [string, ReactNode, ReactNode?];

/** Figures by name; an absent figure leaves its row out. */
export function FactList({ facts }: { readonly facts: readonly (Fact | null)[] }): ReactElement {
  return (
    <dl className="ui-facts">
      {facts.map((fact) =>
        fact === null ? null : (
          <div key={fact[0]} className="ui-facts__row">
            <dt>
              {fact[0]}
              {fact[2]}
            </dt>
            <dd>{fact[1]}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
