/** What stands where there is nothing yet: says what would be here and how to get it. */
import type { ReactElement, ReactNode } from 'react';
import './empty-state.css';

interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
}

export function EmptyState({ icon, title, children }: EmptyStateProps): ReactElement {
  return (
    <div className="ui-empty">
      {icon}
      <div className="ui-empty__title">{title}</div>
      {children ? <div className="ui-empty__text">{children}</div> : null}
    </div>
  );
}
