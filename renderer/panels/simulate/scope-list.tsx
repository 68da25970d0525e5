/** What the models leave out, in plain words. */
import type { ReactElement } from 'react';
import { NOT_MODELLED } from '#core/sim/scope.ts';

export function ScopeList(): ReactElement {
  return (
    <dl className="scope" data-testid="simulate-scope">
      {NOT_MODELLED.map(({ topic, text }) => (
        <div key={topic}>
          <dt>{topic}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
