/** Who says what nobody but the drawing says. */
import type { ExplainedSource } from './explanation.ts';

/** The file keeps no date of single entries. */
export const ENTERED: ExplainedSource = { label: 'The drawing', url: null, confidence: 'user', asOf: '' };
