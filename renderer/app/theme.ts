/** Puts the chosen looks on the page: theme, contrast, motion, size of text; what follows the system follows it as it changes. */
import type { ThemeChoice } from '../store/settings.ts';
import { preferencesStore } from '../store/preferences-store.ts';
import { viewStore } from '../store/view-store.ts';
import { reducedMotionQuery } from '../ui/motion.ts';
import { setUnits } from '../ui/units.ts';

const darkQuery = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');
const contrastQuery = (): MediaQueryList => window.matchMedia('(prefers-contrast: more)');

export function resolveTheme(choice: ThemeChoice): 'light' | 'dark' {
  if (choice !== 'system') return choice;
  return darkQuery().matches ? 'dark' : 'light';
}

function resolveContrast(): 'normal' | 'high' {
  const { contrast } = preferencesStore.getState();
  if (contrast !== 'system') return contrast;
  return contrastQuery().matches ? 'high' : 'normal';
}

function applyLooks(): void {
  const { motion, textSize, units } = preferencesStore.getState();
  const { dataset, style } = document.documentElement;
  dataset['theme'] = resolveTheme(viewStore.getState().theme);
  dataset['contrast'] = resolveContrast();
  dataset['motion'] = motion === 'reduced' || reducedMotionQuery().matches ? 'reduced' : 'full';
  style.setProperty('--text-scale', String(textSize / 100));
  setUnits(units);
}

/** Before the window is drawn first: what draws reads colours and units. */
export function startTheme(): void {
  applyLooks();
  viewStore.subscribe((state, previous) => {
    if (state.theme !== previous.theme) applyLooks();
  });
  preferencesStore.subscribe(applyLooks);
  for (const query of [darkQuery(), contrastQuery(), reducedMotionQuery()])
    query.addEventListener('change', applyLooks);
}
