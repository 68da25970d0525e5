/** A pressed-in button for one kind of row; let out, its rows are hidden. */
import type { ReactElement, ReactNode } from 'react';
import './filter-toggle.css';

interface FilterToggleProps {
  readonly isOn: boolean;
  readonly onToggle: () => void;
  /** For the pointer, where the words inside may be out of sight. */
  readonly hint?: string;
  readonly children: ReactNode;
}

export function FilterToggle({ isOn, onToggle, hint, children }: FilterToggleProps): ReactElement {
  return (
    <button type="button" className="filter-toggle" title={hint} aria-pressed={isOn} onClick={onToggle}>
      {children}
    </button>
  );
}
