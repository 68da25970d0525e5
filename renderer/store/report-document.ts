/** The report as a document: which of its sections it has, on what paper, and whether it is on its way there. */
import { createStore, useStore } from 'zustand';
import { isShown } from './halves.ts';
import { readSetting, type ReportDocumentChoice, writeSetting } from './settings.ts';
import { setView, viewStore } from './view-store.ts';

export const SECTION_IDS = [
  'figures',
  'topology',
  'fabrics',
  'parts',
  'cables',
  'places',
  'power',
  'collective',
  'rules',
  'failures',
  'phases',
  'assumptions',
  'formulas',
  'sources',
] as const;

export type SectionId = (typeof SECTION_IDS)[number];

interface DocumentState extends ReportDocumentChoice {
  /** Asked for, and not yet in the system's hands. */
  readonly isPrinting: boolean;
}

export const documentStore = createStore<DocumentState>(() => ({
  ...readSetting('reportDocument'),
  isPrinting: false,
}));

export function useReportDocument<T>(selector: (state: DocumentState) => T): T {
  return useStore(documentStore, selector);
}

function keep(patch: Partial<ReportDocumentChoice>): void {
  documentStore.setState(patch);
  const { hidden, paper } = documentStore.getState();
  writeSetting('reportDocument', { hidden, paper });
}

export function toggleSection(id: SectionId): void {
  const { hidden } = documentStore.getState();
  keep({ hidden: hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id] });
}

export function showAllSections(): void {
  keep({ hidden: [] });
}

export function setPaper(paper: ReportDocumentChoice['paper']): void {
  keep({ paper });
}

/** Opens the report and prints it as soon as its figures are those of the newest edit. */
export function printReport(): void {
  setView('report');
  documentStore.setState({ isPrinting: true });
}

export function endPrinting(): void {
  documentStore.setState({ isPrinting: false });
}

// Who goes elsewhere before the pages are there does not want them later.
viewStore.subscribe((state) => {
  if (documentStore.getState().isPrinting && !(state.screen === 'studio' && isShown(state, 'report'))) endPrinting();
});
