/** Dragonfly, dragonfly+ and slim fly: switches in groups, sized by their own formulas. */
import type { FabricRequirementsInput } from '#core/generate/requirements.ts';
import { type Choices, createFabric, finish, type WrittenRequirements } from './fabric-base.ts';
import { fitSlimFly } from './slim-fly.ts';
import { countNodes } from './unit-sizes.ts';
import type { Wish } from './wish.ts';

export function writeDragonfly(choices: Choices): WrittenRequirements | null {
  const { wish, topology, endpoint, leaf } = choices;
  const sizes = sizeDragonfly(wish, leaf?.radix ?? null);
  if (sizes === null) return null;
  const { hostsPerSwitch, switchesPerGroup, globalPorts } = sizes;
  const isPlus = topology === 'dragonfly-plus';
  const globalSwitches = isPlus ? (wish.spinesPerGroup ?? switchesPerGroup) : switchesPerGroup;
  const nodes = countNodes(wish, endpoint);
  const perGroup = hostsPerSwitch * switchesPerGroup;
  const groupsAsked = nodes === null ? null : Math.ceil((nodes * endpoint.portsPerNode) / perGroup);
  const groups = wish.groups ?? groupsAsked ?? globalSwitches * globalPorts + 1;
  const radix = isPlus
    ? Math.max(hostsPerSwitch + globalSwitches, switchesPerGroup + globalPorts)
    : hostsPerSwitch + switchesPerGroup - 1 + globalPorts;
  const fabric: FabricRequirementsInput = {
    ...createFabric(choices),
    leaf: leaf?.spec ?? { radix, portGbps: endpoint.linkGbps },
    dragonfly: {
      hostsPerSwitch,
      switchesPerGroup,
      spinesPerGroup: isPlus ? globalSwitches : null,
      globalPortsPerSwitch: globalPorts,
      groups,
      linksPerGroupPair: wish.linksPerGroupPair,
    },
  };
  const endpointCount = nodes ?? Math.floor((groups * perGroup) / endpoint.portsPerNode);
  return finish(choices, fabric, { endpointCount });
}

/** Given as p, a, h; or from the radix alone the balanced one, a = 2p = 2h. */
function sizeDragonfly(
  wish: Wish,
  radix: number | null,
): { hostsPerSwitch: number; switchesPerGroup: number; globalPorts: number } | null {
  const balanced = radix === null ? null : Math.floor((radix + 1) / 4);
  const hostsPerSwitch = wish.hostsPerSwitch ?? balanced;
  const switchesPerGroup = wish.switchesPerGroup ?? (balanced === null ? null : 2 * balanced);
  const globalPorts = wish.globalPorts ?? balanced;
  if (hostsPerSwitch === null || switchesPerGroup === null || globalPorts === null) return null;
  return { hostsPerSwitch, switchesPerGroup, globalPorts };
}

export function writeSlimFly(choices: Choices): WrittenRequirements | null {
  const { wish, endpoint } = choices;
  const fitted = fitSlimFly(wish.q, wish.hostsPerSwitch, choices.leaf?.radix ?? 0);
  if (fitted === null) return null;
  const { q, hostsPerSwitch, radix } = fitted;
  const leaf = choices.leaf?.spec ?? { radix, portGbps: endpoint.linkGbps };
  const endpointCount = Math.floor((2 * q * q * hostsPerSwitch) / endpoint.portsPerNode);
  return finish(choices, { ...createFabric(choices), leaf, slimFly: { q, hostsPerSwitch } }, { endpointCount });
}
