/** A way of looking at the design that the user keeps by name: the tab, where the canvas looks, what colours it, which fabrics show. */
import { z } from '../base/schema.ts';

const id = z.string().min(1);

export const savedViewSchema = z.strictObject({
  id,
  name: z.string().min(1),
  /** The window's word for a tab; one it does not know opens the canvas. */
  tab: z.string().min(1).max(40),
  /** Centre of what the canvas shows, on its plane, and the zoom; 1 = one px of the plane on one of the screen. */
  camera: z.strictObject({ x: z.number(), y: z.number(), zoom: z.number().positive().max(100) }),
  /** The window's word for what colours the canvas; one it does not know colours nothing. */
  overlay: z.string().min(1).max(40),
  /** null = links of every fabric show, also of those yet to come. */
  fabricIds: z.array(id).min(1).nullable(),
});

export type SavedView = z.infer<typeof savedViewSchema>;
