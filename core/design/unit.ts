/**
 * A scalable unit: racks and free-standing devices that are drawn, moved and counted as one. It changes nothing of what is wired
 * or bought. Devices that stand in a rack are in the unit of that rack, so they are never named.
 */
import { z } from '../base/schema.ts';

const unitMemberSchema = z.strictObject({ kind: z.enum(['device', 'rack']), id: z.string().min(1) });

export const unitSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Each is in one unit only. */
  members: z.array(unitMemberSchema).min(1),
  /** Drawn as one tile; absent = as a frame around its members. */
  collapsed: z.literal(true).optional(),
});

export type UnitMember = z.infer<typeof unitMemberSchema>;
export type Unit = z.infer<typeof unitSchema>;
