/** Puts the chosen theme on the page; 'system' follows the operating system as it changes. */
import type { ThemeChoice } from '../store/settings.ts';
import { viewStore } from '../store/view-store.ts';

const darkQuery = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

export function resolveTheme(choice: ThemeChoice): 'light' | 'dark' {
  if (choice !== 'system') return choice;
  return darkQuery().matches ? 'dark' : 'light';
}

function applyTheme(): void {
  document.documentElement.dataset['theme'] = resolveTheme(viewStore.getState().theme);
}

export function startTheme(): void {
  applyTheme();
  viewStore.subscribe((state, previous) => {
    if (state.theme !== previous.theme) applyTheme();
  });
  darkQuery().addEventListener('change', applyTheme);
}
