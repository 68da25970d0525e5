/** The sources of facts of parts, each once. */
import type { Part } from '../../catalog/part.ts';
import type { ExplainedSource } from './explanation.ts';

/** Sources name facts as the tables did that they were gathered in; those that are not here are called alike. */
const NAMES_IN_SOURCES: Readonly<Record<string, readonly string[]>> = {
  powerTypicalW: ['power_typ_w', 'power_w_typ', 'power_typ_basis', 'power_note', 'power_kw_note'],
  powerMaxW: ['power_max_w', 'power_w_max', 'power_note', 'power_kw_note'],
  weightKg: ['weight_kg'],
  rackUnits: ['rack_units'],
  portBlocks: ['ports', 'mgmt_ports', 'oob_rj45_ports', 'logical_ports_max', 'breakout'],
  latencyNs: ['latency_ns'],
  reachM: ['reach_m_max'],
  connectorCount: ['connector', 'ports'],
  formFactors: ['card_form_factor', 'standard'],
  airflowCfm: ['airflow_cfm'],
  usableKw: ['kw_usable'],
  ratedKva: ['kva_rated'],
  scaleUpDomain: ['scale_up_total_tbs', 'scaleUpGBps'],
};

/** Sources that state one of `fields`, or the part as a whole; all of a part's where none of them says what it states of these. */
export function listPartSources(parts: Iterable<Part | undefined>, fields: readonly string[]): ExplainedSource[] {
  const names = new Set(fields.flatMap((field) => [field, ...(NAMES_IN_SOURCES[field] ?? [])]));
  const sources = new Map<string, ExplainedSource>();
  for (const part of new Set(parts)) {
    if (!part) continue;
    const stating = part.sources.filter((source) => !source.fields || source.fields.some((field) => names.has(field)));
    for (const { url, confidence, date } of stating.length > 0 ? stating : part.sources) {
      sources.set(`${part.id} ${url}`, { label: part.model, url, confidence, asOf: date ?? part.asOf });
    }
  }
  return [...sources.values()];
}
