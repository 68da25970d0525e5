import type { Fix } from '../../../base/diagnostic.ts';
import type { Protocol } from '../../../catalog/part.ts';
import type { NetFabric, Netlist } from '../../../netlist/netlist.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { Rule } from '../rule.ts';
import { isScaleUpLink } from './scale-up-ports.ts';

/** Slingshot carries Ethernet frames, so its links stand in Ethernet fabrics. */
const PROTOCOLS: Readonly<Record<string, readonly Protocol[]>> = { infiniband: ['ib'], ethernet: ['eth', 'slingshot'] };
const NAMES: Readonly<Record<string, string>> = { infiniband: 'InfiniBand', ethernet: 'Ethernet' };

export const technology: Rule = {
  id: 'ports.technology',
  code: 'ports.technology',
  family: 'ports',
  severity: 'error',
  title: 'Links run the technology of their fabric',
  rationale: 'A fabric is one network: InfiniBand and Ethernet ports in it cannot reach each other.',
  source: 'Follows from R03 applied to all links of one fabric',
  subject: 'links',
  check({ netlist, links }, tally) {
    for (const facts of links) {
      const fabric = netlist.fabrics[facts.link.fabric] as NetFabric;
      const unknown = [facts.a, facts.b].find(({ block }) => block.protocols.length === 0);
      if (isScaleUpLink(facts)) continue;
      if (unknown) tally.skip(`the protocols of the ${unknown.block.id} ports of ${unknown.group.name} are not known`);
      else if (runs(facts, fabric)) tally.pass();
      else {
        const name = NAMES[fabric.technology] ?? fabric.technology;
        tally.fail({
          message: `${facts.name} is part of ${fabric.name}, which is ${name}, but its ports have no ${name} in common; move the link to another network.`,
          where: [...facts.where, { kind: 'fabric', id: fabric.fabricId }],
          fix: createFabricFix(netlist, facts, fabric),
        });
      }
    }
  },
};

function runs({ a, b }: LinkFacts, fabric: NetFabric): boolean {
  return (PROTOCOLS[fabric.technology] ?? []).some(
    (each) => a.block.protocols.includes(each) && b.block.protocols.includes(each),
  );
}

/** Where the design has one network of the same purpose, or one at all, that the ports do run. */
function createFabricFix(netlist: Netlist, facts: LinkFacts, wrong: NetFabric): Fix | undefined {
  const fitting = netlist.fabrics.filter((fabric) => runs(facts, fabric));
  const chosen =
    fitting.find((fabric) => fabric.purpose === wrong.purpose) ?? (fitting.length === 1 ? fitting[0] : undefined);
  return (
    chosen && {
      label: `Move the link to ${chosen.name}`,
      command: { name: 'editLink', args: { id: facts.link.linkId, patch: { fabricId: chosen.fabricId } } },
    }
  );
}
