/** Racks, power distribution and cooling of the reference as parts of the product's schema. */
import { createPartHeader, labelNote } from './part-header.mjs';

export function createRack(item, context) {
  return {
    kind: 'rack',
    ...createPartHeader(
      item,
      context.asOf,
      labelNote('Power', item.power_kw_note),
      labelNote('Outer height', item.outer_height_mm, ' mm'),
    ),
    heightUnits: item.height_units,
    unitMm: item.unit_mm,
    widthMm: item.outer_width_mm,
    depthMm: item.outer_depth_mm,
    mountingDepthMm: item.mounting_depth_mm,
    weightKg: item.weight_kg,
    maxLoadKg: item.max_load_kg,
  };
}

export function createPdu(item, context) {
  return {
    kind: 'pdu',
    ...createPartHeader(item, context.asOf, labelNote('Inlet', item.input_plug)),
    category: item.kind,
    phases: item.phases,
    volts: item.volts,
    amps: item.amps,
    ratedKva: item.kva_rated,
    usableKw: item.kw_usable,
    derating: item.derating,
    // An empty outlet list means nobody listed them, not that there are none.
    outlets: Object.keys(item.outlets).length === 0 ? null : item.outlets,
    rackUnits: item.rack_units,
    weightKg: item.weight_kg,
  };
}

export function createCooling(item, context) {
  return {
    kind: 'cooling',
    ...createPartHeader(item, context.asOf, labelNote('Flow', item.flow_basis)),
    category: item.kind,
    capacityKw: item.capacity_kw,
    capacityBasis: item.capacity_basis,
    flowLpm: item.flow_lpm,
    ownPowerKw: item.own_power_kw,
    ...(item.width_mm === null ? {} : { widthMm: item.width_mm }),
    ...(item.depth_mm === null ? {} : { depthMm: item.depth_mm }),
    ...(item.height_mm === null ? {} : { heightMm: item.height_mm }),
    weightKg: item.weight_kg,
    value: item.value,
    unit: item.unit,
  };
}
