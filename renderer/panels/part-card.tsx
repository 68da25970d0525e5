/** The facts of a part with where each comes from. Unknown facts are shown as unknown. */
import { type ReactElement, useState } from 'react';
import type { CoolingPart, Part } from '#core/catalog/part.ts';
import type { CatalogPrice } from '#core/catalog/prices.ts';
import { useCatalog } from '../store/design-store.ts';
import { Button } from '../ui/button.tsx';
import { UNKNOWN, formatLength, formatNumber, formatPower, formatWeight } from '../ui/format.ts';
import { formatMoney } from '../ui/money.ts';
import { FactList, Section } from '../ui/section.tsx';
import { formatGBps } from './simulate/durations.ts';
import { describeBlock, describeStatus, formatPartName } from './part-facts.ts';
import { describeConfidence, formatBlockRole } from './labels.ts';
import './part-card.css';

type Facts = readonly (readonly [string, string] | null)[];

function toText(value: string | number | null, unit = ''): string {
  if (value === null) return UNKNOWN;
  return typeof value === 'number' ? `${formatNumber(value, 1)}${unit}` : value;
}

function listDeviceFacts(part: Extract<Part, { kind: 'server' | 'switch' }>): Facts {
  const own: Facts =
    part.kind === 'server'
      ? [
          ['Accelerator', toText(part.accelerator)],
          ['GPUs', toText(part.gpuCount)],
          ['GPU memory', toText(part.hbmTotalGb, ' GB')],
          ...listGpuFacts(part),
        ]
      : [
          ['ASIC', toText(part.asic)],
          ['Capacity', toText(part.capacityTbps, ' Tb/s')],
          ['Latency', toText(part.latencyNs, ' ns')],
          ['Buffer', toText(part.bufferMb, ' MB')],
        ];
  return [
    ...own,
    ...part.portBlocks.map((block): readonly [string, string] => [
      `${formatBlockRole(block.role)} ports`,
      describeBlock(block).join(' \u00b7 ') || UNKNOWN,
    ]),
    ['Height', toText(part.rackUnits, 'U')],
    ['Depth', toText(part.depthMm, ' mm')],
    ['Weight', formatWeight(part.weightKg)],
    ['Power, typical', formatPower(part.powerTypicalW)],
    part.powerTypicalBasis === null ? null : ['Typical basis', part.powerTypicalBasis],
    ['Power, maximum', formatPower(part.powerMaxW)],
    part.powerMaxBasis === null ? null : ['Maximum basis', part.powerMaxBasis],
    ['Cooling', toText(part.cooling)],
  ];
}

/** What simulations take of one GPU. */
function listGpuFacts({ gpu }: Extract<Part, { kind: 'server' }>): Facts {
  if (gpu === undefined) return [];
  return [
    ['Dense BF16 a GPU', toText(gpu.bf16Tflops, ' TFLOPS')],
    gpu.fp8Tflops === null ? null : ['Dense FP8 a GPU', toText(gpu.fp8Tflops, ' TFLOPS')],
    ['Scale-up a GPU, one way', gpu.scaleUpGBps === null ? UNKNOWN : formatGBps(gpu.scaleUpGBps)],
  ];
}

function listCoolingFacts(part: CoolingPart): Facts {
  return [
    ['Capacity', part.capacityKw === null ? UNKNOWN : formatPower(part.capacityKw * 1000)],
    part.capacityBasis === null ? null : ['Capacity basis', part.capacityBasis],
    ['Flow', toText(part.flowLpm, ' L/min')],
    ['Own power', part.ownPowerKw === null ? UNKNOWN : formatPower(part.ownPowerKw * 1000)],
    ['Width', toText(part.widthMm ?? null, ' mm')],
    ['Depth', toText(part.depthMm ?? null, ' mm')],
    ['Height', toText(part.heightMm ?? null, ' mm')],
    ['Weight', formatWeight(part.weightKg)],
  ];
}

/** What sellers asked for it, each with who and when. */
function listPriceFacts(part: Part, prices: readonly CatalogPrice[]): Facts {
  return prices
    .filter((price) => price.partId === part.id)
    .map((price) => [
      price.lengthM === null ? `Price, ${price.seller}` : `Price of ${formatLength(price.lengthM)}, ${price.seller}`,
      `${formatMoney(price, price.currency)}, ${price.asOf}`,
    ]);
}

function listSources(part: Part): Part['sources'] {
  const sources = part.kind === 'server' ? [...part.sources, ...(part.gpu?.sources ?? [])] : part.sources;
  return [...new Map(sources.map((source) => [nameSource(source), source])).values()];
}

function nameSource({ url, via, fields }: Part['sources'][number]): string {
  return `${url} ${via ?? ''} ${fields?.join() ?? ''}`;
}

function listFacts(part: Part): Facts {
  if (part.kind === 'server' || part.kind === 'switch') return listDeviceFacts(part);
  if (part.kind === 'cooling') return listCoolingFacts(part);
  if (part.kind !== 'rack') return [];
  return [
    ['Height', toText(part.heightUnits, 'U')],
    ['Width', toText(part.widthMm, ' mm')],
    ['Depth', toText(part.depthMm, ' mm')],
    ['Weight', formatWeight(part.weightKg)],
    ['Load limit', formatWeight(part.maxLoadKg)],
  ];
}

export function PartCard({ part }: { readonly part: Part }): ReactElement {
  const { prices } = useCatalog();
  const [showsSources, setShowsSources] = useState(false);
  const status = describeStatus(part);
  const facts: Facts = [
    part.partNumber === null ? null : ['Part number', part.partNumber],
    status === null ? null : ['Status', status],
    ...listFacts(part),
    ...listPriceFacts(part, prices),
  ];
  const sourceCount = listSources(part).length;
  return (
    <Section title="Part">
      <p className="part-card__name">{formatPartName(part)}</p>
      <FactList facts={facts} />
      {part.notes ? <p className="part-card__notes">{part.notes}</p> : null}
      <Button
        tone="quiet"
        className="part-card__toggle"
        aria-expanded={showsSources}
        onClick={() => setShowsSources(!showsSources)}
      >
        {showsSources ? 'Hide sources' : `Says who? ${sourceCount} ${sourceCount === 1 ? 'source' : 'sources'}`}
      </Button>
      {showsSources ? <Sources part={part} /> : null}
    </Section>
  );
}

function Sources({ part }: { readonly part: Part }): ReactElement {
  return (
    <ul className="part-card__sources">
      {listSources(part).map((source) => (
        <li key={nameSource(source)}>
          <span className="part-card__confidence">{describeConfidence(source.confidence)}</span>
          <span className="part-card__url">{source.url}</span>
          {[source.via, source.date, source.fields?.join(', ')].filter(Boolean).map((line) => (
            <span key={line} className="part-card__via">
              {line}
            </span>
          ))}
        </li>
      ))}
      {part.conflicts.map((conflict) => (
        <li key={conflict}>
          <span className="part-card__confidence">Sources disagree</span>
          <span className="part-card__via">{conflict}</span>
        </li>
      ))}
      <li className="part-card__via">Gathered {part.asOf}</li>
    </ul>
  );
}
