/** Where a piece of the bill of materials belongs: the fabric it serves, the rack it stands in, the phase it is bought in. */
import { type NetGroup, type Netlist, type NetLink, NONE } from '../netlist/netlist.ts';
import { getLinkPhase } from '../netlist/link-phase.ts';
import { formatRackName } from '../netlist/names.ts';
import type { SectionName } from './bom-report.ts';

/** Sections by index, and the section of every kind of piece. */
export interface Sections {
  readonly names: readonly SectionName[];
  /** Members of a group all belong together, and modules and cables of a link, whatever member they hang on. */
  readonly isByLink: boolean;
  ofMember(member: number, group: number): number;
  ofAdapter(member: number, group: number, blockId: string): number;
  /** `link` = the first that needs the module, NONE = nobody. */
  ofModule(member: number, link: number): number;
  /** `member` = the device at the A end. */
  ofCable(member: number, link: number): number;
  /** The rack, and what is built into it. */
  ofRack(rack: number, rackGroup: number): number;
  ofCdu(): number;
}

/**
 * A switch belongs to the fabric that its links serve, a NIC to that of its ports, modules and cables to that of their link.
 * Servers and racks belong to none.
 */
export function createFabricSections(netlist: Netlist): Sections {
  const { fabrics, groups } = netlist;
  const several = fabrics.length;
  const none = several + 1;
  const fabricsOfGroup = groups.map(() => new Set<number>());
  const fabricsOfBlock = netlist.blocks.map(() => new Set<number>());
  for (const link of netlist.links) {
    for (const group of [link.groupA, link.groupB]) fabricsOfGroup[group]?.add(link.fabric);
    for (const block of [link.blockA, link.blockB]) fabricsOfBlock[block]?.add(link.fabric);
  }
  const choose = (found: ReadonlySet<number>): number => {
    const [only] = found;
    if (only === undefined) return none;
    return found.size > 1 ? several : only;
  };
  const sectionOfGroup = groups.map((group, index) =>
    group.part?.kind === 'switch' ? choose(fabricsOfGroup[index] as Set<number>) : none,
  );
  const sectionOfAdapter = groups.map(
    (group) =>
      new Map(
        group.adapters.map(({ blockId }) => [blockId, choose(collectFabrics(netlist, group, blockId, fabricsOfBlock))]),
      ),
  );
  return {
    names: [
      ...fabrics.map(({ fabricId, name }) => ({ id: fabricId, name })),
      { id: null, name: 'Several fabrics' },
      { id: null, name: 'Servers and racks' },
    ],
    isByLink: true,
    ofMember: (_, group) => sectionOfGroup[group] as number,
    ofAdapter: (_, group, blockId) => sectionOfAdapter[group]?.get(blockId) ?? none,
    ofModule: (_, link) => netlist.links[link]?.fabric ?? none,
    ofCable: (_, link) => (netlist.links[link] as NetLink).fabric,
    ofRack: () => none,
    ofCdu: () => none,
  };
}

function collectFabrics(
  { blocks }: Netlist,
  group: NetGroup,
  blockId: string,
  fabricsOfBlock: readonly ReadonlySet<number>[],
): Set<number> {
  const found = new Set<number>();
  for (let block = group.firstBlock; block < group.firstBlock + group.blockCount; block += 1) {
    if (blocks[block]?.block.id !== blockId) continue;
    for (const fabric of fabricsOfBlock[block] ?? []) found.add(fabric);
  }
  return found;
}

/** Devices with their modules stand in their rack; a cable is listed with the rack of its A end. */
export function createRackSections({ rackGroups, rackCount, memberRack }: Netlist): Sections {
  const ofMember = (member: number): number => {
    const rack = memberRack[member] as number;
    return rack === NONE ? rackCount : rack;
  };
  return {
    names: [
      ...rackGroups.flatMap(({ name, count, firstRack }) =>
        Array.from({ length: count }, (_, i) => ({ id: String(firstRack + i), name: formatRackName(name, i, count) })),
      ),
      { id: null, name: 'Not in a rack' },
    ],
    isByLink: false,
    ofMember,
    ofAdapter: ofMember,
    ofModule: ofMember,
    ofCable: ofMember,
    ofRack: (rack) => rack,
    ofCdu: () => rackCount,
  };
}

const FIRST_PHASE = 1;

/** Modules and cables are bought when the later of the two ends is; coolant units with the first racks. */
export function createPhaseSections(netlist: Netlist): Sections {
  const { groups, links, rackGroups } = netlist;
  const phaseOfLink = links.map((link) => getLinkPhase(netlist, link));
  const found = new Set([...groups.map(({ phase }) => phase), ...rackGroups.map(({ phase }) => phase)]);
  const phases = found.size > 0 ? [...found].sort((x, y) => x - y) : [FIRST_PHASE];
  const sectionOf = new Map(phases.map((phase, index) => [phase, index]));
  const ofGroup = groups.map(({ phase }) => sectionOf.get(phase) as number);
  const ofLink = phaseOfLink.map((phase) => sectionOf.get(phase) as number);
  const ofRackGroup = rackGroups.map(({ phase }) => sectionOf.get(phase) as number);
  return {
    names: phases.map((phase) => ({ id: String(phase), name: `Phase ${phase}` })),
    isByLink: true,
    ofMember: (_, group) => ofGroup[group] as number,
    ofAdapter: (_, group) => ofGroup[group] as number,
    ofModule: (member, link) => ofLink[link] ?? (ofGroup[netlist.memberGroup[member] as number] as number),
    ofCable: (_, link) => ofLink[link] as number,
    ofRack: (_, rackGroup) => ofRackGroup[rackGroup] as number,
    ofCdu: () => 0,
  };
}
