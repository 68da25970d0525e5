/** Servers, switches and NICs of the reference as parts of the product's schema. */
import { readGpu } from './gpu.mjs';
import { createPartHeader, describePsu, labelNote, readPower, readPsu, readUnitMm } from './part-header.mjs';
import { createNicBlocks, createServerBlocks, createSwitchBlocks } from './port-blocks.mjs';

export function createServer(item, context) {
  const liquid = item.liquid
    ? Object.entries(item.liquid).map(([key, value]) => `${key.replaceAll('_', ' ')} ${value}`)
    : [];
  const contents = item.contents
    ? Object.entries(item.contents).map(([key, value]) => `${value} ${key.replaceAll('_', ' ')}`)
    : [];
  return {
    kind: 'server',
    ...createPartHeader(
      item,
      context.asOf,
      describePsu(item.psu),
      labelNote('Liquid', liquid.length > 0 ? liquid.join(', ') : null),
      labelNote('Holds', contents.length > 0 ? contents.join(', ') : null),
    ),
    rackUnits: item.rack_units,
    unitMm: readUnitMm(item.notes),
    psu: readPsu(item.psu),
    depthMm: item.depth_mm,
    weightKg: item.weight_kg,
    ...readPower(item, true),
    category: item.kind,
    accelerator: item.accelerator === null ? null : nameAccelerator(context.accelerators.get(item.accelerator)),
    gpuCount: item.gpu_count,
    hbmTotalGb: item.hbm_total_gb,
    scaleUpDomain: item.scale_up_domain,
    gpu: readGpu(item, context.accelerators),
    contents: readContents(item.contents),
    cooling: item.cooling,
    airflowCfm: item.airflow_cfm,
    rackAirflows: readRackAirflows(item, context.referenceDesigns),
    airflowDirection: item.airflow_direction,
    portBlocks: createServerBlocks(item.ports, context.formFactors),
  };
}

const COUNT_WORDS = { Two: 2, Three: 3, Four: 4, Eight: 8 };

/** Airflow of published racks: reference designs called `Two DGX B200 per rack`. */
function readRackAirflows(item, designs) {
  const racks = designs.flatMap(({ name, values, source }) => {
    const [, word, model] = /^(\w+) (.+) per rack$/.exec(name) ?? [];
    if (model !== item.model || values.cfm === undefined || COUNT_WORDS[word] === undefined) return [];
    const basis = `data-centre deck, rack of ${COUNT_WORDS[word]} on ${values.circuits}`;
    return [{ systemCount: COUNT_WORDS[word], cfm: values.cfm, basis, url: source }];
  });
  return racks.length === 0 ? undefined : racks;
}

function nameAccelerator({ manufacturer, model }) {
  return `${manufacturer} ${model}`;
}

/** The counts among what a rack-scale system holds; ratings (`..._kw`) stay in the notes. */
function readContents(contents) {
  const counts = Object.entries(contents ?? {}).filter(
    ([key, value]) => Number.isInteger(value) && !key.endsWith('_kw'),
  );
  if (counts.length === 0) return undefined;
  return Object.fromEntries(counts.map(([key, value]) => [toCamelCase(key), value]));
}

function toCamelCase(name) {
  return name.replace(/_(\w)/g, (_match, letter) => letter.toUpperCase());
}

export function createSwitch(item, context) {
  return {
    kind: 'switch',
    ...createPartHeader(
      item,
      context.asOf,
      item.logical_ports_note,
      item.latency_note,
      item.buffer_note,
      labelNote('Capacity as quoted', item.capacity_as_quoted),
      describePsu(item.psu),
    ),
    rackUnits: item.rack_units,
    unitMm: readUnitMm(item.notes),
    psu: readPsu(item.psu),
    depthMm: item.depth_mm,
    weightKg: item.weight_kg,
    ...readPower(item),
    category: item.kind,
    asic: item.asic,
    capacityTbps: item.capacity_tbps_one_way,
    logicalPortsMax: item.logical_ports_max,
    latencyNs: item.latency_ns,
    bufferMb: item.buffer_mb,
    cagePowerMaxW: item.cage_power_w_max,
    cooling: item.cooling,
    airflowOptions: item.airflow_options,
    portBlocks: createSwitchBlocks(item, context.formFactors),
  };
}

export function createNic(item, context) {
  return {
    kind: 'nic',
    ...createPartHeader(
      item,
      context.asOf,
      labelNote('Card', item.card_form_factor),
      labelNote('Breakout', item.breakout),
    ),
    ...readPower(item),
    asic: item.asic,
    totalGbps: item.total_gbps,
    hostInterface: item.host_interface,
    oobRj45Ports: item.oob_rj45_ports,
    portBlocks: createNicBlocks(item, context.formFactors),
  };
}
