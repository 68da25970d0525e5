/** Findings as rows; a click goes to the first object a finding points at. */
import type { ReactElement } from 'react';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { requestFocus } from '../store/view-store.ts';
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
      <span className="problems__code">{problem.code}</span>
    </>
  );
  if (!target) return <div className="problems__row">{content}</div>;
  return (
    <button type="button" className="problems__row problems__row--link" onClick={() => requestFocus(target)}>
      {content}
    </button>
  );
}
