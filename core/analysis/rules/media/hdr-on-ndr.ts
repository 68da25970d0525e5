import type { LinkEndFacts, LinkFacts } from '../link-facts.ts';
import type { Rule } from '../rule.ts';

/** Lane rates of the InfiniBand generations, Gb/s. */
const HDR_LANE_GBPS = 50;
const NDR_LANE_GBPS = 100;
/** Optical run beyond which the vendor's release notes speak of lost bandwidth, m. */
const OPTICAL_LIMIT_M = 30;

/** R29. */
export const hdrOnNdr: Rule = {
  id: 'R29',
  code: 'media.hdr-on-ndr',
  family: 'media',
  severity: 'warning',
  title: 'HDR equipment on NDR keeps to 30 m of optics',
  rationale:
    'The firmware release notes report reduced bandwidth between HDR and NDR equipment on longer optical runs.',
  source: 'https://docs.nvidia.com/networking/display/connectx7firmwarev28352000lts/known+issues',
  subject: 'InfiniBand links',
  check({ links }, tally) {
    for (const facts of links) {
      const { a, b, link } = facts;
      if (!isInfiniBand(a) || !isInfiniBand(b)) continue;
      const rates = [a.block.gbpsPerLane, b.block.gbpsPerLane];
      if (rates.includes(null)) tally.skip(`the lane rate of the ports of ${facts.name} is not known`);
      else if (!rates.includes(HDR_LANE_GBPS) || !rates.includes(NDR_LANE_GBPS)) tally.pass();
      else if (!facts.optics && !facts.direct) tally.skip(`the medium of ${facts.name} is not settled`);
      else if (!isOptical(facts) || link.lengthM <= OPTICAL_LIMIT_M) tally.pass();
      else {
        tally.fail({
          message: `${facts.name} joins HDR and NDR over ${link.lengthM} m of optics; beyond ${OPTICAL_LIMIT_M} m the bandwidth drops. Shorten the run, or use copper where it reaches.`,
          where: facts.where,
        });
      }
    }
  },
};

function isInfiniBand({ block }: LinkEndFacts): boolean {
  return block.protocols.includes('ib');
}

function isOptical({ optics, direct }: LinkFacts): boolean {
  return optics !== null || direct?.cable.category === 'aoc';
}
