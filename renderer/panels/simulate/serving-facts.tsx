/** The model served by the same GPUs: what prefill sends to decode, and how long a request is on its way. */
import type { ReactElement } from 'react';
import { explainHandover, explainPrompt } from '#core/sim/explain/explain-training.ts';
import type { ServingReport } from '#core/sim/serving/serving-report.ts';
import { formatNumber } from '../../ui/format.ts';
import { FactList, Section } from '../../ui/section.tsx';
import { explainFact } from '../explained-fact.tsx';
import { formatBytes } from './byte-size.ts';
import { formatDuration, formatSignificant } from './durations.ts';

export function ServingFacts({ serving }: { readonly serving: ServingReport }): ReactElement {
  const { request, promptTokens, idealKvTransferUs } = serving;
  return (
    <Section title="Serving this model">
      <FactList
        facts={[
          ['Keys and values of a token', formatBytes(serving.kvBytesPerToken)],
          explainFact(
            `Of a prompt of ${formatNumber(promptTokens)} tokens`,
            () => explainPrompt(serving),
            formatBytes(serving.kvBytesPerPrompt),
          ),
          [
            'Prefill to decode',
            `${formatDuration(serving.kvTransferUs)} (${formatDuration(idealKvTransferUs)} on an ideal network)`,
          ],
          explainFact(
            'Prompts the network hands over',
            () => explainHandover(serving),
            `${formatSignificant(serving.promptsPerSecond)} a second`,
          ),
          request === null
            ? ['Way of a request', 'no front-end fabric']
            : [
                `Way of a request over ${request.fabricName}`,
                `${formatDuration(request.typicalUs)}, at most ${formatDuration(request.worstUs)} over ${request.switchesMost} switches`,
              ],
          request === null ? null : ['A retrieval, there and back', formatDuration(request.roundTripUs)],
        ]}
      />
      <ul className="simulate__notes" aria-label="About serving">
        {serving.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Section>
  );
}
