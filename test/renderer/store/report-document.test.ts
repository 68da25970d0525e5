/** Which sections the report has, and when it is printed. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  documentStore,
  endPrinting,
  printReport,
  setPaper,
  showAllSections,
  toggleSection,
} from '../../../renderer/store/report-document.ts';
import { readSetting } from '../../../renderer/store/settings.ts';
import { setScreen, setView, viewStore } from '../../../renderer/store/view-store.ts';

beforeEach(() => {
  setScreen('studio');
  showAllSections();
  endPrinting();
});

describe('the report as a document', () => {
  it('remembers what is left out and on which paper', () => {
    toggleSection('rules');
    toggleSection('sources');
    toggleSection('rules');
    setPaper('letter');
    expect(readSetting('reportDocument')).toEqual({ hidden: ['sources'], paper: 'letter' });
    showAllSections();
    expect(readSetting('reportDocument').hidden).toEqual([]);
  });

  it('is shown to be printed, and is not printed later by whoever goes elsewhere first', () => {
    printReport();
    expect(viewStore.getState().view).toBe('report');
    expect(documentStore.getState().isPrinting).toBe(true);
    setView('bom');
    expect(documentStore.getState().isPrinting).toBe(false);
  });
});
