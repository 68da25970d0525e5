/** What the window and the worker that writes files say to each other. To call an export off, the worker is ended. */
import type { Design } from '#core/design/design.ts';
import type { ExportProgress } from '#core/io/export-progress.ts';

export type ExportFile = 'workbook' | 'cable-schedule';

export interface ExportRequest {
  readonly file: ExportFile;
  readonly design: Design;
}

export type ExportReply =
  | { readonly kind: 'progress'; readonly progress: ExportProgress }
  | { readonly kind: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** A fault of ours; the design itself is untouched. */
  | { readonly kind: 'failure'; readonly details: string };
