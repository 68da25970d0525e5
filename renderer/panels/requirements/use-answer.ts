/** Keeps the answer up to date with the requirements while they are being changed. */
import { useEffect } from 'react';
import type { Requirements } from '#core/generate/requirements.ts';
import { askForDesign } from '../../store/requirements-store.ts';

/** Long enough for two keystrokes of a number, short enough to feel live. */
const DEBOUNCE_MS = 180;

export function useAnswer(requirements: Requirements | null): void {
  useEffect(() => {
    const timer = setTimeout(() => askForDesign(requirements), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [requirements]);
}
