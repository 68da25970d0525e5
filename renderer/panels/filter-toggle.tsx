/** A pressed-in button for one kind of row; let out, its rows are hidden. */
import type { ReactElement, ReactNode } from 'react';
import type { ExplainSource } from '../store/explain-store.ts';
import { LeadingButton } from './leading-button.tsx';
import './filter-toggle.css';

interface FilterToggleProps {
  readonly isOn: boolean;
  readonly onToggle: () => void;
  /** Of the figure inside: how it is counted, and what it is called; absent = there is none. */
  readonly told?: { readonly source: ExplainSource; readonly figure: string };
  readonly children: ReactNode;
}

export function FilterToggle({ isOn, onToggle, told, children }: FilterToggleProps): ReactElement {
  const own = { className: 'filter-toggle', 'aria-pressed': isOn, onClick: onToggle, children };
  return told ? <LeadingButton {...told} {...own} /> : <button type="button" {...own} />;
}
