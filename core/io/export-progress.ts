/** How far an export is. Exports run in steps that each give one of these, so that whoever runs them can tell and can stop. */
export interface ExportProgress {
  /** What is being written: `cable schedule`. */
  readonly step: string;
  /** Of the whole, 0 .. 1. */
  readonly share: number;
}

/** Runs all steps one after the other. */
export async function finishExport<T>(
  steps: Generator<ExportProgress, T> | AsyncGenerator<ExportProgress, T>,
): Promise<T> {
  for (let step = await steps.next(); ; step = await steps.next()) if (step.done) return step.value;
}
