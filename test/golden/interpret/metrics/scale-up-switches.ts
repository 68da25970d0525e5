/**
 * NVSwitch chips: how many one scale-up domain holds is a fact of the machine that Weft's catalog gives only in words, so it
 * stands here, from NVIDIA's system descriptions (DGX A100, H100, H200, B200 user guides; GB200 and GB300 NVL72: nine
 * trays of two).
 */
import { type Answer, type Question, skip, value } from './metric.ts';

const CHIPS_PER_DOMAIN: readonly (readonly [accelerator: RegExp, chips: number])[] = [
  [/GB[23]00/i, 18],
  [/A100/i, 6],
  [/H[12]00/i, 4],
  [/B[23]00/i, 2],
];

export function countScaleUpSwitches({ name, text, drawn }: Question): Answer {
  let chips = 0;
  let domains = 0;
  for (const domain of drawn.report().scaleUp) {
    const group = drawn.netlist.groups.find((candidate) => candidate.deviceId === domain.deviceId);
    const label = `${group?.part?.model ?? ''} ${group?.part?.kind === 'server' ? (group.part.accelerator ?? '') : ''}`;
    const each = CHIPS_PER_DOMAIN.find(([pattern]) => pattern.test(label))?.[1];
    if (each === undefined) return skip(`how many scale-up switches ${label.trim()} holds is not known`);
    chips += each * domain.domainCount;
    domains += domain.domainCount;
  }
  if (domains === 0) return skip('no server of the drawing states a scale-up domain');
  const isEach = name.per !== null || /\bper (rack|domain|system|node)\b/i.test(text.counts);
  return isEach ? value(chips / domains, 'chips of one domain') : value(chips, `chips of ${domains} domains`);
}
