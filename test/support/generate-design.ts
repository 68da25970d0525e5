/** Designs from requirements, for tests: the design, or the sentence that refuses it. */
import type { Design } from '#core/design/design.ts';
import { generate } from '#core/generate/generate.ts';
import { parseRequirements, type Requirements, type RequirementsInput } from '#core/generate/requirements.ts';
import { builtInCatalog } from './built-in-catalog.ts';

export function completeRequirements(input: RequirementsInput): Requirements {
  const requirements = parseRequirements(input);
  if (!requirements.ok) throw new Error(requirements.error);
  return requirements.value;
}

export function generateDesign(input: RequirementsInput): Design {
  const generated = generate(completeRequirements(input), builtInCatalog);
  if (!generated.ok) throw new Error(generated.error.message);
  return generated.value.design;
}

/** '' when the requirements fit. */
export function explainRequirements(input: RequirementsInput): string {
  const generated = generate(completeRequirements(input), builtInCatalog);
  return generated.ok ? '' : generated.error.message;
}
