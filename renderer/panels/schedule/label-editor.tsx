/** How cables are called: the template of their labels, what it makes of the first ones, and what is wrong with it. */
import { Tag } from 'lucide-react';
import { type ReactElement, useEffect, useId, useState } from 'react';
import { DEFAULT_CABLING } from '#core/design/floor.ts';
import { parseLabelTemplate } from '#core/design/label-template.ts';
import { dispatch, useDesignStore } from '../../store/design-store.ts';
import { type LabelSample, tryLabels, useReportStore } from '../../store/report-store.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { PopoverButton } from '../../ui/popover.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Offered to start from. */
const EXAMPLES = [
  DEFAULT_CABLING.labelTemplate,
  '{fabric}-{n:6}',
  '{a.device} {a.port} > {b.device} {b.port}',
  '{a.rack}.{a.unit:2} > {b.rack}.{b.unit:2} {n:5}',
] as const;

export function LabelButton(): ReactElement {
  return (
    <PopoverButton
      label="Labels of cables"
      side="bottom"
      distance={6}
      trigger={
        <Button>
          <Tag size={14} /> Labels
        </Button>
      }
    >
      <LabelEditor />
    </PopoverButton>
  );
}

/** A template that says nothing can be read of is refused here, so that the design never holds one. */
function commitTemplate(labelTemplate: string): void {
  if (parseLabelTemplate(labelTemplate).ok) dispatch({ name: 'editCabling', args: { patch: { labelTemplate } } });
}

function LabelEditor(): ReactElement {
  const template = useDesignStore((state) => state.edit.design.cabling?.labelTemplate ?? DEFAULT_CABLING.labelTemplate);
  const [draft, setDraft] = useState(template);
  // A field keeps what was typed; another one shows the example.
  const [exampleCount, setExampleCount] = useState(0);
  const errorId = useId();
  const parsed = parseLabelTemplate(draft);
  return (
    <div className="label-editor" data-testid="label-editor">
      <h2>Labels of cables</h2>
      <TextField
        key={exampleCount}
        value={template}
        label="Label template"
        required
        onDraft={setDraft}
        onCommit={commitTemplate}
        errorId={parsed.ok ? undefined : errorId}
        testId="label-template"
      />
      {parsed.ok ? (
        <LabelPreview template={draft} />
      ) : (
        <p className="label-editor__error" id={errorId} role="alert">
          {parsed.error}
        </p>
      )}
      <h3>Start from</h3>
      <ul>
        {EXAMPLES.map((example) => (
          <li key={example}>
            <Button
              tone="quiet"
              onClick={() => {
                commitTemplate(example);
                setDraft(example);
                setExampleCount((count) => count + 1);
              }}
            >
              <code>{example}</code>
            </Button>
          </li>
        ))}
      </ul>
      <p className="label-editor__note">
        A field in braces stands for a fact of the cable; {'{n:6}'} is its number with six digits. a and b are its ends.
      </p>
    </div>
  );
}

/** What the template makes of the first cables, and whether two are called the same. */
function LabelPreview({ template }: { readonly template: string }): ReactElement {
  const sample = useLabelSample(template);
  if (!sample) return <p className="label-editor__note">{'Making labels \u2026'}</p>;
  const { labels, clash } = sample;
  return (
    <div data-testid="label-preview">
      <ol className="label-editor__labels">
        {labels.map((label, at) => (
          // Labels may be equal; their places never change while the list stands.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at}>{label}</li>
        ))}
      </ol>
      {clash ? (
        <p className="label-editor__error" role="alert">
          {formatCount(clash.cableCount, 'cable')} would share a label with another: cables {clash.example.first + 1}{' '}
          and {clash.example.second + 1} would both be {clash.example.label}. Add {'{n:6}'} to tell them apart.
        </p>
      ) : null}
    </div>
  );
}

/** null = on its way, or no cable to name. */
function useLabelSample(template: string): LabelSample | null {
  const report = useReportStore((state) => (state.isStale ? null : state.report));
  const [sample, setSample] = useState<LabelSample | null>(null);
  useEffect(() => {
    if (report === null) return undefined;
    let isCurrent = true;
    tryLabels(template).then(
      (tried) => (isCurrent ? setSample(tried) : undefined),
      // The worker's own fault is told in the status bar.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [template, report]);
  return sample;
}
