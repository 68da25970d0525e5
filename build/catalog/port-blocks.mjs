/**
 * Port blocks: cages, logical ports and breakout modes of servers, switches and NICs. A mode is written only when
 * ports per cage and speed are both known; a cage that cannot be named exactly keeps form factor null and says why.
 */
import { joinNotes } from './part-header.mjs';

const SWITCH_PROTOCOLS = { infiniband: ['ib'], ethernet: ['eth'], slingshot: ['slingshot'], nvlink: ['nvlink'] };

/** The form factor table gives OSFP 8 lanes of 100G; a faster cage is the 200G-per-lane one. */
const OSFP_MAX_GBPS = 800;

/** Names of the reference that are not one cage of its form factor table. */
function readFormFactor(name, gbpsPerCage, knownFormFactors) {
  if (name === null || name === undefined) return { formFactor: null, note: null };
  if (/^(MPO|MMC)-12 \(co-packaged\)$/.test(name))
    return { formFactor: 'MPO-CPO', note: `Front panel: ${name}, no cage` };
  if (name === 'OSFP-RHS 1600') return { formFactor: 'OSFP1600', note: null };
  if (name === 'OSFP' && gbpsPerCage > OSFP_MAX_GBPS) {
    return { formFactor: 'OSFP1600', note: `Listed as OSFP; ${gbpsPerCage}G per cage makes it OSFP1600` };
  }
  if (knownFormFactors.has(name)) return { formFactor: name, note: null };
  return { formFactor: null, note: `Opening as listed: ${name}` };
}

/** Ids unique per part: the role, then role-2, role-3 ... */
function nameBlocks(blocks) {
  const taken = new Map();
  return blocks.map((block) => {
    const number = (taken.get(block.role) ?? 0) + 1;
    taken.set(block.role, number);
    return { id: number === 1 ? block.role : `${block.role}-${number}`, ...block };
  });
}

function createModes(cages, ports, speedGbps) {
  if (!cages || !ports || !speedGbps || ports % cages !== 0) return [];
  return [{ portsPerCage: ports / cages, speedGbps }];
}

/** '2x400 NDR' -> 2 ports of 400. */
function parseBreakout(text) {
  const match = /^(\d+)x(\d+)/.exec(text.trim());
  return match ? { portsPerCage: Number(match[1]), speedGbps: Number(match[2]) } : null;
}

function addBreakouts(modes, breakouts) {
  const all = [...modes];
  for (const mode of breakouts.map(parseBreakout)) {
    if (mode && !all.some((m) => m.portsPerCage === mode.portsPerCage && m.speedGbps === mode.speedGbps))
      all.push(mode);
  }
  return all;
}

/** Heat sink 'cpo' means there is no cage, so no heat sink of a module. */
function readHeatSink(value) {
  return value === 'flat' || value === 'finned' ? value : null;
}

export function createServerBlocks(ports, knownFormFactors) {
  return nameBlocks(ports.map((port) => createServerBlock(port, knownFormFactors)));
}

/** 800G InfiniBand adapters run two 400G ports on Ethernet; the reference says so in words. */
function readTwinEthernet(notes) {
  return /\b2 x 400GbE\b/.test(notes ?? '') ? ['2x400'] : [];
}

function createServerBlock(port, knownFormFactors) {
  const nothingFixed = port.form_factor === null && port.logical_ports === null && port.gbps_per_logical_port === null;
  const isSlots = port.cages !== null && nothingFixed;
  const portsPerCage = port.cages && port.logical_ports ? port.logical_ports / port.cages : null;
  const speedGbps = port.gbps_per_logical_port;
  const lanes = port.lanes_per_logical_port;
  const cage = readFormFactor(
    port.form_factor,
    portsPerCage && speedGbps ? portsPerCage * speedGbps : 0,
    knownFormFactors,
  );
  return {
    role: port.role,
    cageCount: isSlots ? null : port.cages || null,
    slotCount: isSlots ? port.cages : null,
    formFactor: cage.formFactor,
    heatSink: readHeatSink(port.heat_sink),
    protocols: port.protocols ?? [],
    lanesPerCage: lanes && portsPerCage ? lanes * portsPerCage : null,
    gbpsPerLane: lanes && speedGbps ? speedGbps / lanes : null,
    modes: addBreakouts(createModes(port.cages, port.logical_ports, speedGbps), readTwinEthernet(port.notes)),
    notes: joinNotes(port.device, port.notes, cage.note),
  };
}

export function createSwitchBlocks(item, knownFormFactors) {
  const blocks = item.ports.map((port) => createSwitchBlock(port, item.protocol, knownFormFactors));
  // The switch's own management jacks, where the reference counts them: each needs an out-of-band port.
  const jacks = item.mgmt_ports ?? {};
  if (jacks.rj45_1g) blocks.push(createManagementBlock('RJ45', jacks.rj45_1g));
  if (jacks.sfp_1g) blocks.push(createManagementBlock('SFP', jacks.sfp_1g));
  return nameBlocks(blocks);
}

function createSwitchBlock(port, protocol, knownFormFactors) {
  const cage = readFormFactor(port.form_factor, port.gbps_per_cage, knownFormFactors);
  const portsPerCage = port.cages && port.logical_ports_native ? port.logical_ports_native / port.cages : null;
  const native = createModes(
    port.cages,
    port.logical_ports_native,
    portsPerCage ? port.gbps_per_cage / portsPerCage : null,
  );
  const uncaged =
    !port.cages && port.logical_ports_native ? `${port.logical_ports_native} links; cages not listed` : null;
  return {
    role: port.role,
    cageCount: port.cages || null,
    slotCount: null,
    formFactor: cage.formFactor,
    heatSink: readHeatSink(port.heat_sink),
    // Fabric-element ports carry cells between line cards, not Ethernet frames.
    protocols: port.role === 'fabric' ? ['fabric'] : SWITCH_PROTOCOLS[protocol],
    lanesPerCage: port.lanes_per_cage || null,
    gbpsPerLane: port.gbps_per_lane || null,
    modes: native.length === 0 ? [] : addBreakouts(native, port.breakouts ?? []),
    notes: joinNotes(port.notes, cage.note, uncaged),
  };
}

function createManagementBlock(formFactor, cageCount) {
  return {
    role: 'mgmt',
    cageCount,
    slotCount: null,
    formFactor,
    heatSink: null,
    protocols: ['eth'],
    lanesPerCage: 1,
    gbpsPerLane: 1,
    modes: [{ portsPerCage: 1, speedGbps: 1 }],
    notes: "The switch's own management port.",
  };
}

export function createNicBlocks(item, knownFormFactors) {
  const breakouts = item.breakout ? item.breakout.split(/[,:]/) : [];
  return nameBlocks(item.ports.map((port) => createNicBlock(port, breakouts, knownFormFactors)));
}

function createNicBlock(port, breakouts, knownFormFactors) {
  const cage = readFormFactor(port.form_factor, port.gbps ?? 0, knownFormFactors);
  const native = createModes(port.count, port.count, port.gbps);
  return {
    role: 'data',
    cageCount: port.count || null,
    slotCount: null,
    formFactor: cage.formFactor,
    heatSink: readHeatSink(port.heat_sink),
    protocols: port.protocols ?? [],
    lanesPerCage: port.lanes || null,
    gbpsPerLane: port.lanes && port.gbps ? port.gbps / port.lanes : null,
    modes: native.length === 0 ? [] : addBreakouts(native, breakouts),
    notes: joinNotes(port.notes, cage.note),
  };
}
