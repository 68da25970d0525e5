/** The line above a table: what it shows, and what can be done with it. */
import type { ReactElement, ReactNode } from 'react';
import './view-bar.css';

export function ViewBar({ note, children }: { readonly note: string; readonly children?: ReactNode }): ReactElement {
  return (
    <div className="view-bar">
      <p>{note}</p>
      {children}
    </div>
  );
}
