/**
 * Files that panels make. Panels may not reach the shell: the window registers what writes a file at start-up, as it does with its
 * actions.
 */
import type { ExportKind } from '#core/io/host.ts';

/** `suffix` follows the design's name in the suggested file name. Failures of any kind are told to the user there. */
type FileExporter = (kind: ExportKind, suffix: string, create: () => Promise<Uint8Array>) => Promise<void>;

let exporter: FileExporter | null = null;

export function registerFileExporter(write: FileExporter): void {
  exporter = write;
}

export function exportFile(kind: ExportKind, suffix: string, create: () => Promise<Uint8Array>): Promise<void> {
  return exporter ? exporter(kind, suffix, create) : Promise.resolve();
}

/** Text files are written as UTF-8. */
export function exportText(kind: ExportKind, suffix: string, create: () => string): Promise<void> {
  return exportFile(kind, suffix, async () => new TextEncoder().encode(create()));
}
