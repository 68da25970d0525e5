/** What simulations need to know of one accelerator of a server, from the reference's list of accelerators. */

/**
 * Families share the measured constants of a collective library. Accelerators that no measurement covers are `other`:
 * one of a known family must be named here, never guessed from its maker.
 */
const FAMILIES = new Map([
  ['gpu-a100-80', 'ampere'],
  ['gpu-h100-sxm', 'hopper'],
  ['gpu-h200-sxm', 'hopper'],
  ['gpu-b200-sxm', 'blackwell'],
  ['gpu-b300-sxm', 'blackwell'],
  ['gpu-gb200', 'blackwell'],
  ['gpu-gb300', 'blackwell'],
  ['gpu-mi300x', 'cdna3'],
  ['gpu-mi325x', 'cdna3'],
  ['gpu-mi350x', 'cdna4'],
  ['gpu-mi355x', 'cdna4'],
]);

/** Facts of the GPU and the names the reference has for them. */
const FACTS = [
  ['bf16Tflops', 'tflops_bf16_dense'],
  ['fp8Tflops', 'tflops_fp8_dense'],
  ['fp4Tflops', 'tflops_fp4_dense'],
  ['hbmGb', 'hbm_gb'],
  ['scaleUpGBps', 'scale_up_gbs_unidirectional'],
];

/** undefined where the server names no accelerator. Memory: the server's own total, where it states one. */
export function readGpu(server, accelerators) {
  const accelerator = accelerators.get(server.accelerator);
  if (accelerator === undefined) return undefined;
  const facts = Object.fromEntries(FACTS.map(([name, field]) => [name, accelerator[field]]));
  const hbmGb = statesOwnMemory(server) ? server.hbm_total_gb / server.gpu_count : facts.hbmGb;
  return {
    family: FAMILIES.get(accelerator.id) ?? 'other',
    ...facts,
    hbmGb,
    sources: listSources(server, accelerator),
  };
}

function statesOwnMemory({ hbm_total_gb, gpu_count }) {
  return hbm_total_gb !== null && gpu_count !== null;
}

/**
 * The accelerator's sources, each with the facts it bears out. One that names its fields supports those only; what no
 * source names rests on those that speak for the accelerator as a whole.
 */
function listSources(server, accelerator) {
  const taken = FACTS.filter(
    ([name, field]) => accelerator[field] !== null && !(name === 'hbmGb' && statesOwnMemory(server)),
  );
  return accelerator.sources.flatMap((source) => {
    if (source.fields === undefined) return [source];
    const fields = taken.filter(([, field]) => source.fields.includes(field)).map(([name]) => name);
    return fields.length === 0 ? [] : [{ ...source, fields }];
  });
}
