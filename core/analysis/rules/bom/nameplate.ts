import type { DevicePart } from '../../../catalog/part.ts';
import type { Rule } from '../rule.ts';

/** R25. A maximum that equals the supplies' rating, or says it is one, is a nameplate. */
export const nameplate: Rule = {
  id: 'R25',
  code: 'power.nameplate',
  family: 'bom',
  severity: 'warning',
  title: 'Power is what devices draw, not what their supplies could deliver',
  rationale: 'Six supplies of 3\u202f300 W make 19\u202f800 W in a server whose maximum is 10\u202f200 W.',
  source: 'https://docs.nvidia.com/dgx/dgxh100-user-guide/introduction-to-dgxh100.html',
  subject: 'device groups',
  check({ netlist }, tally) {
    for (const { part, deviceId } of netlist.groups) {
      if (!part) continue;
      const ratingW = getRatingW(part);
      if (part.powerMaxW === null) tally.skip(`the maximum power of ${part.model} is not known`);
      else if (
        (ratingW !== null && part.powerMaxW >= ratingW) ||
        /nameplate|PSU rating/i.test(part.powerMaxBasis ?? '')
      ) {
        tally.fail({
          message: `The maximum power of ${part.model}, ${part.powerMaxW} W, is the rating of its power supplies; enter what it draws.`,
          where: [{ kind: 'device', id: deviceId }],
        });
      } else if (ratingW === null && part.powerMaxBasis === null) {
        tally.skip(`what the maximum power of ${part.model} rests on is not known`);
      } else tally.pass();
    }
  },
};

/** All supplies together; null = not known. */
function getRatingW({ psu }: DevicePart): number | null {
  return psu?.count && psu.wattsEach !== null ? psu.count * psu.wattsEach : null;
}
