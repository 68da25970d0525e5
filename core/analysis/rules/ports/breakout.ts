import type { Fix } from '../../../base/diagnostic.ts';
import { type LinkFacts, listEnds } from '../link-facts.ts';
import type { Rule } from '../rule.ts';

/** R15. */
export const breakout: Rule = {
  id: 'R15',
  code: 'ports.speed',
  family: 'ports',
  severity: 'error',
  title: 'Ports offer the speed and breakout of the link',
  rationale:
    'How a cage may be split is up to the device: of two switches with the same cages one offers 8 x 100G and the other stops at four ports.',
  source:
    'https://github.com/sonic-net/sonic-buildimage/blob/086b03bd70f9e211aaaf5f6aefe0790b508d2a94/device/mellanox/x86_64-nvidia_sn5600-r0/platform.json',
  subject: 'link ends',
  adopts: ['ports.speed'],
  check({ links, diagnostics }, tally) {
    for (const facts of links) {
      for (const { group, block, site } of listEnds(facts)) {
        if (site) tally.pass();
        else if (block.modes.length === 0)
          tally.skip(`the speeds of the ${block.id} ports of ${group.name} are not known`);
      }
    }
    for (const finding of diagnostics) {
      if (finding.code !== 'ports.speed') continue;
      const facts = links.find(({ link }) => link.linkId === finding.where[0]?.id);
      tally.adopt(finding, facts && createSpeedFix(facts));
    }
  },
};

/** The fastest speed both ends offer that is not above the one asked for, or else the fastest. */
function createSpeedFix({ link, a, b }: LinkFacts): Fix | undefined {
  const common = a.block.modes
    .map((mode) => mode.speedGbps)
    .filter((speed) => b.block.modes.some((mode) => mode.speedGbps === speed))
    .sort((x, y) => y - x);
  const speedGbps = common.find((speed) => speed <= link.speedGbps) ?? common[0];
  if (speedGbps === undefined) return undefined;
  return {
    label: `Set the speed to ${speedGbps}G`,
    command: { name: 'editLink', args: { id: link.linkId, patch: { speedGbps } } },
  };
}
