/** Short ways to ask what a design rule says of a design, and to change the parts it looks at. */
import type { Report, RuleOutcome } from '#core/analysis/report.ts';
import { assertDefined } from '#core/base/assert.ts';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { extendCatalog } from '#core/catalog/catalog.ts';
import type { Part, PartKind } from '#core/catalog/part.ts';
import type { Design, Link } from '#core/design/design.ts';
import { toCommand } from '#core/edit/apply-fix.ts';
import { createEditState, transact } from '#core/edit/transact.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from './draw.ts';

/** What became of one rule. */
export function judge(design: Design, ruleId: string): RuleOutcome {
  return findOutcome(evaluate(design).report, ruleId);
}

function findOutcome(report: Report, ruleId: string): RuleOutcome {
  return assertDefined(
    report.rules.find((outcome) => outcome.ruleId === ruleId),
    `no rule ${ruleId}`,
  );
}

/** Puts a changed copy of a built-in part into the design and returns its id. */
export function changePart<K extends PartKind>(
  design: Design,
  baseId: string,
  kind: K,
  patch: Partial<Extract<Part, { kind: K }>>,
): string {
  const base = assertDefined(builtInCatalog.byId.get(baseId), baseId);
  if (base.kind !== kind) throw new Error(`${baseId} is a ${base.kind}`);
  const id = `own-${baseId}-${Object.keys(design.parts).length + 1}`;
  design.parts[id] = { ...base, ...patch, id } as Part;
  return id;
}

/** The only port block changed, others as they are. */
export function changeBlock(
  design: Design,
  baseId: string,
  blockId: string,
  patch: Partial<Extract<Part, { kind: 'switch' }>['portBlocks'][number]>,
): string {
  const base = assertDefined(builtInCatalog.byId.get(baseId), baseId);
  if (base.kind !== 'server' && base.kind !== 'switch') throw new Error(`${baseId} has no port blocks`);
  const portBlocks = base.portBlocks.map((block) => (block.id === blockId ? { ...block, ...patch } : block));
  return changePart(design, baseId, base.kind, { portBlocks });
}

/** One connection over chosen modules: `a` and `b` as part.block, modules by id, A first. */
export function drawOptics(
  a: string,
  b: string,
  modules: readonly [string, string],
  cableId: string | null,
  more: Pick<Link, 'speedGbps'> & Partial<Link>,
  design = drawDesign('ethernet'),
): Design {
  const [partA = '', blockA = ''] = a.split('.');
  const [partB = '', blockB = ''] = b.split('.');
  drawDevice(design, 'a', partA, 'endpoint', 1);
  drawDevice(design, 'b', partB, 'leaf', 1);
  const [transceiverAId, transceiverBId] = modules;
  drawLink(design, `a.${blockA}`, `b.${blockB}`, {
    pattern: 'pair',
    medium: { kind: 'optics', transceiverAId, transceiverBId, cableId },
    ...more,
  });
  return design;
}

/** The finding with that code, or an error that lists what there is. */
export function findProblem(design: Design, code: string): Diagnostic {
  const { problems } = evaluate(design).report;
  const found = problems.find((problem) => problem.code === code);
  return assertDefined(found, `no ${code} among ${problems.map((problem) => problem.code).join(', ')}`);
}

/** The design after the fix of the finding with that code. */
export function applyFix(design: Design, code: string): Design {
  const { fix, message } = findProblem(design, code);
  const command = toCommand(assertDefined(fix, `no fix for: ${message}`));
  const catalog = extendCatalog(builtInCatalog, Object.values(design.parts));
  const result = transact(createEditState(structuredClone(design)), command, catalog);
  if (!result.ok) throw new Error(result.error.map((refusal) => refusal.message).join(' '));
  return result.value.design;
}

export function listCodes(design: Design): string[] {
  return evaluate(design).report.problems.map(({ code }) => code);
}
