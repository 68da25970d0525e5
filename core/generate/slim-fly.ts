/** Slim Fly (Besta and Hoefler, SC 2014): 2 q^2 switches, q = 4w + d, each with (3q - d) / 2 neighbours. */
import { fail, ok, type Result } from '../base/result.ts';
import type { FabricContext } from './context.ts';
import { addHostingSwitches, planHostingSwitches } from './hosting-switches.ts';

export function addSlimFly(context: FabricContext): Result<null, string> {
  const shape = context.fabric.slimFly;
  if (!shape) return fail('A Slim Fly needs q and the endpoint ports of a switch.');
  const { q, hostsPerSwitch } = shape;
  if (q % 4 === 2) return fail(`There is no Slim Fly for q = ${q}; q must not be 2 more than a multiple of 4.`);
  const degree = q + 2 * Math.floor((q + 1) / 4);
  const plan = planHostingSwitches(context, hostsPerSwitch, degree);
  if (!plan.ok) return plan;
  const count = 2 * q * q;
  if (plan.value.neededCount > count)
    return fail(`The endpoints need ${plan.value.neededCount} switches; a Slim Fly of q = ${q} has ${count}.`);
  if (!isPrime(q))
    context.draft.note(
      `q = ${q} is not a prime: switches and links are as many, but some pairs are more than two hops apart.`,
    );
  for (let plane = 0; plane < context.fabric.planes; plane += 1) {
    const id = addHostingSwitches(context, plan.value, { count, membersPerPod: q }, plane);
    const end = { deviceId: id, blockId: plan.value.trunkBlock.id };
    context.draft.addLink(
      {
        fabricId: context.fabric.id,
        a: end,
        b: { ...end },
        pattern: 'slim-fly',
        lattice: { shape: [q], dimension: 0, wraps: true, span: 'all' },
        speedGbps: plan.value.trunkGbps,
      },
      degree,
      0,
    );
  }
  return ok(null);
}

function isPrime(q: number): boolean {
  for (let divisor = 2; divisor * divisor <= q; divisor += 1) if (q % divisor === 0) return false;
  return q > 1;
}
