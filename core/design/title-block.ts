/** What the report of a design says of itself: which state it shows, of which day, from whom and for whom. */
import { z } from '../base/schema.ts';

const line = z.string().max(200);

export const titleBlockSchema = z.strictObject({
  revision: line,
  /** As it shall be read; empty = the day of printing. */
  date: line,
  preparedBy: line,
  preparedFor: line,
});

export type TitleBlock = z.infer<typeof titleBlockSchema>;

/** What holds while the design says nothing. */
export const EMPTY_TITLE_BLOCK: TitleBlock = { revision: '', date: '', preparedBy: '', preparedFor: '' };
