/** One block of a section, as the screen and the paper show it. */
import type { ReactElement } from 'react';
import { Tooltip } from '../../ui/tooltip.tsx';
import { Explained } from '../explained.tsx';
import type { Block, Fact } from './blocks.ts';
import type { ReportContent } from './content.ts';
import { useIsPaper } from './medium.ts';
import { ReportTable } from './report-table.tsx';
import { TopologyDrawing } from './topology-drawing.tsx';

interface BlockViewProps {
  readonly block: Block;
  readonly content: ReportContent;
}

export function BlockView({ block, content }: BlockViewProps): ReactElement {
  switch (block.kind) {
    case 'facts':
      return <Facts title={block.title} look={block.look} facts={block.facts} />;
    case 'table':
      return <ReportTable table={block} />;
    case 'text':
      return (
        <p className="report-text" data-tone={block.tone}>
          {block.text}
        </p>
      );
    case 'list':
      return <Sentences title={block.title} items={block.items} />;
    case 'drawing':
      return <TopologyDrawing content={content} fabricId={block.fabricId} />;
    case 'formula':
      return <Formula block={block} />;
  }
}

interface FactsProps {
  readonly title: string | undefined;
  readonly look: 'tiles' | undefined;
  readonly facts: readonly Fact[];
}

function Facts({ title, look, facts }: FactsProps): ReactElement {
  return (
    <>
      {title ? <h4>{title}</h4> : null}
      <dl className={look === 'tiles' ? 'report-tiles' : 'report-facts'}>
        {facts.map((fact) => (
          <FactView key={fact.label} fact={fact} />
        ))}
      </dl>
    </>
  );
}

function FactView({ fact }: { readonly fact: Fact }): ReactElement {
  const { label, note } = fact;
  return (
    <div className="report-fact">
      <dt>{label}</dt>
      <dd className="report-fact__value">
        <FactValue fact={fact} />
      </dd>
      {note ? <dd className="report-fact__note">{note}</dd> : null}
    </div>
  );
}

function FactValue({ fact }: { readonly fact: Fact }): ReactElement | string {
  const isPaper = useIsPaper();
  const { label, value, hint, source } = fact;
  if (isPaper) return value;
  if (source) return <Explained source={source} figure={label} text={value} />;
  return (
    <Tooltip content={hint}>
      <span>{value}</span>
    </Tooltip>
  );
}

function Sentences({ title, items }: Omit<Extract<Block, { kind: 'list' }>, 'kind'>): ReactElement {
  return (
    <>
      <h4>{title}</h4>
      <dl className="report-sentences">
        {items.map(({ head, text }) => (
          <div key={`${head} ${text}`}>
            <dt>{head}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Formula({ block }: { readonly block: Extract<Block, { kind: 'formula' }> }): ReactElement {
  const { title, formula, values, caveats } = block;
  return (
    <div className="report-formula">
      <h4>{title}</h4>
      <pre>{formula}</pre>
      <ul>
        {values.map((value) => (
          <li key={value}>{value}</li>
        ))}
      </ul>
      {caveats.map((caveat) => (
        <p key={caveat} className="report-note">
          {caveat}
        </p>
      ))}
    </div>
  );
}
