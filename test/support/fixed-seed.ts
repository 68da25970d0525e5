/** Property tests draw the same cases on every machine; WEFT_SEED draws others, e.g. to look for new counterexamples. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['WEFT_SEED'] ?? 20_261_121) });
