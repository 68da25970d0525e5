/**
 * Generates, elaborates and analyses off the UI thread what the dialog of requirements asks for, and then each design it is
 * compared with. A thin shell: all thinking is in core.
 */
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { builtInPrices } from '#assets/catalog/built-in-prices.ts';
import { analyse } from '#core/analysis/analyse.ts';
import { explain } from '#core/analysis/explain/explain.ts';
import type { Explanation, MetricId } from '#core/analysis/explain/explanation.ts';
import type { Report } from '#core/analysis/report.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { listAlternatives } from '#core/generate/alternatives.ts';
import { generate } from '#core/generate/generate.ts';
import type { Requirements } from '#core/generate/requirements.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import type { DesignSummary, Proposal, RequirementsReply, RequirementsRequest } from './requirements-messages.ts';
import { summariseDesign } from './summarise-design.ts';

type GenerateRequest = Extract<RequirementsRequest, { kind: 'generate' }>;

const catalog = createCatalog(builtInParts, builtInPrices);

let newestRequestId = 0;

/** Lets the messages that have arrived meanwhile in, among them newer questions. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

function study(design: Design): { readonly netlist: Netlist; readonly report: Report } {
  const { netlist, diagnostics } = elaborate(design, catalog);
  return { netlist, report: analyse(netlist, diagnostics) };
}

function summarise(design: Design): DesignSummary {
  const { netlist, report } = study(design);
  return summariseDesign(design, netlist, report);
}

/** The design whose figures were asked for last: the next question is mostly about the same. */
let explained: { readonly key: string; readonly studied: ReturnType<typeof study> | null } | null = null;

function explainFigure(requirements: Requirements, metricId: MetricId): Explanation | null {
  const key = JSON.stringify(requirements);
  if (explained?.key !== key) {
    const generated = generate(requirements, catalog);
    explained = { key, studied: generated.ok ? study(generated.value.design) : null };
  }
  const { studied } = explained;
  return studied && explain(studied.netlist, studied.report, metricId);
}

function send(reply: RequirementsReply): void {
  self.postMessage(reply);
}

async function answer({ requestId, requirements }: GenerateRequest): Promise<void> {
  await pause();
  if (requestId !== newestRequestId) return;
  const generated = generate(requirements, catalog);
  let proposals: readonly Proposal[];
  if (generated.ok) {
    const { design, notes } = generated.value;
    send({ kind: 'fits', requestId, design, notes, summary: summarise(design) });
    await pause();
    if (requestId !== newestRequestId) return;
    proposals = listAlternatives(requirements, catalog);
  } else {
    send({ kind: 'misfit', requestId, message: generated.error.message });
    proposals = generated.error.waysOut;
  }
  send({
    kind: 'proposals',
    requestId,
    proposals: proposals.map(({ label, requirements: changed }) => ({ label, requirements: changed })),
  });
  for (const [index, proposal] of proposals.entries()) {
    await pause();
    if (requestId !== newestRequestId) return;
    const other = generate(proposal.requirements, catalog);
    send({ kind: 'compared', requestId, index, summary: other.ok ? summarise(other.value.design) : null });
  }
  send({ kind: 'done', requestId });
}

self.addEventListener('message', (event: MessageEvent<RequirementsRequest>) => {
  const request = event.data;
  const { requestId } = request;
  if (request.kind === 'explain') {
    send({ kind: 'explanation', requestId, explanation: explainFigure(request.requirements, request.metricId) });
    return;
  }
  newestRequestId = requestId;
  answer(request).catch((fault: unknown) => {
    const details = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    send({ kind: 'failure', requestId, details });
  });
});
