/**
 * What each Host call may be given. Arguments come from the window, which also runs what a design file made it run, so nothing of them
 * is believed before this check: neither in the main process nor in the loopback host.
 */
import { z } from '#core/base/schema.ts';
import type { Host } from '#core/io/host.ts';
import { recoveryIdSchema } from './files/recovery.ts';
import type { HostCall } from './host-calls.ts';

const nameLimit = 1_000;
const pathLimit = 8_000;

const id = z.string().min(1).max(200);
const name = z.string().max(nameLimit);
const path = z.string().max(pathLimit);
const text = z.union([z.string(), z.instanceof(Uint8Array)]);

const argumentSchemas: Record<HostCall, z.ZodType> = {
  getInfo: z.tuple([]),
  listRecent: z.tuple([]),
  removeRecent: z.tuple([id]),
  openWithDialog: z.tuple([]),
  openFile: z.tuple([id]),
  listFolder: z.tuple([path]),
  openPath: z.tuple([path]),
  saveFile: z.tuple([id, text, z.string().length(64).nullable()]),
  saveWithDialog: z.tuple([name, text]),
  saveToPath: z.tuple([path, text, z.boolean()]),
  exportFile: z.tuple([name, z.enum(['xlsx', 'csv', 'tsv', 'svg', 'png']), z.instanceof(Uint8Array)]),
  writeRecovery: z.tuple([
    z.object({
      recoveryId: recoveryIdSchema,
      designName: name,
      fileId: id.nullable(),
      fileName: name.nullable(),
      text,
    }),
  ]),
  listRecovery: z.tuple([]),
  readRecovery: z.tuple([recoveryIdSchema]),
  removeRecovery: z.tuple([recoveryIdSchema]),
  openWindow: z.tuple([]),
  setZoom: z.tuple([z.number().min(0.5).max(3)]),
  setDocumentState: z.tuple([z.object({ title: name, isDirty: z.boolean() })]),
  confirmClose: z.tuple([z.boolean()]),
};

/** The window asked for something the Host does not offer: a fault of ours, or a break-in. */
export class WrongArguments extends Error {}

/** Calls `host[call]` when the arguments are what it expects; throws `WrongArguments` when they are not. */
export async function callHost(host: Pick<Host, HostCall>, call: HostCall, args: unknown): Promise<unknown> {
  const parsed = argumentSchemas[call].safeParse(args);
  if (!parsed.success) throw new WrongArguments(`Wrong arguments for ${call}.`);
  const run = host[call] as (...args: unknown[]) => Promise<unknown>;
  return run(...(parsed.data as unknown[]));
}
