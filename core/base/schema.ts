/**
 * The one door to zod. `jitless` because the app's content security policy forbids `new Function`,
 * which zod's compiled parsers need.
 */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
