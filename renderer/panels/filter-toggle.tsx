/** A pressed-in button for one kind of row; let out, its rows are hidden. */
import type { ReactElement, ReactNode } from 'react';
import './filter-toggle.css';

interface FilterToggleProps {
  readonly isOn: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

export function FilterToggle({ isOn, onToggle, children }: FilterToggleProps): ReactElement {
  return (
    <button type="button" className="filter-toggle" aria-pressed={isOn} onClick={onToggle}>
      {children}
    </button>
  );
}
