/** Findings as rows; a click goes to the first object a finding points at, a fix is applied as one undo step. */
import { Wrench } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { toCommand } from '#core/edit/apply-fix.ts';
import { dispatch } from '../store/design-store.ts';
import { requestFocus } from '../store/view-store.ts';
import { Button } from '../ui/button.tsx';
import { SeverityIcon } from '../ui/severity-icon.tsx';
import './problem-list.css';

export function ProblemList({ problems }: { readonly problems: readonly Diagnostic[] }): ReactElement {
  return (
    <ul className="problems">
      {problems.map((problem, index) => (
        // A code may come up twice for one object, so the place in the list is part of the key.
        <li key={`${problem.code} ${index}`}>
          <ProblemRow problem={problem} />
        </li>
      ))}
    </ul>
  );
}

function ProblemRow({ problem }: { readonly problem: Diagnostic }): ReactElement {
  const target = problem.where.find((ref) => ref.kind !== 'design' && ref.kind !== 'part');
  const content = (
    <>
      <SeverityIcon severity={problem.severity} />
      <span className="problems__text">{problem.message}</span>
    </>
  );
  const row = target ? (
    <button type="button" className="problems__row problems__row--link" onClick={() => requestFocus(target)}>
      {content}
    </button>
  ) : (
    <div className="problems__row">{content}</div>
  );
  const { fix } = problem;
  return (
    <div className="problems__item">
      {row}
      {fix ? (
        <Button className="problems__fix" onClick={() => dispatch(toCommand(fix))}>
          <Wrench size={13} aria-hidden /> {fix.label}
        </Button>
      ) : null}
      <span className="problems__code">{problem.code}</span>
    </div>
  );
}
