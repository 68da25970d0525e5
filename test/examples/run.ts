/** Writes the examples into examples/: what `npm run examples` bundles and runs, from the root of the project. */
import { writeFileSync } from 'node:fs';
import { serializeDesign } from '#core/io/design-file.ts';
import { examples } from './list-examples.ts';

for (const [file, create] of Object.entries(examples)) {
  const text = serializeDesign(create());
  writeFileSync(`examples/${file}`, text);
  console.log(`${file}: ${(text.length / 1000).toFixed(1)} kB`);
}
