/** How cables are run, bundled and named. */
import { type ReactElement, useState } from 'react';
import { type Cabling, DEFAULT_CABLING } from '#core/design/floor.ts';
import { parseLabelTemplate } from '#core/design/label-template.ts';
import { dispatch, selectDesign, useDesignStore } from '../../store/design-store.ts';
import { Field } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { QuantityField } from './quantity-field.tsx';

function edit(patch: Partial<Cabling>): void {
  dispatch({ name: 'editCabling', args: { patch } });
}

export function DesignCabling(): ReactElement {
  const { cabling = DEFAULT_CABLING } = useDesignStore(selectDesign);
  const slack = { unit: 'm', decimals: 2, step: 0.1, min: 0, max: 50 };
  return (
    <Section title="Cabling">
      <QuantityField
        label="Slack, each end"
        {...slack}
        value={cabling.slackM}
        onCommit={(slackM) => edit({ slackM })}
      />
      <QuantityField
        label="Slack in a rack"
        {...slack}
        value={cabling.slackInRackM}
        hint="At each end of a cable that stays in its rack."
        onCommit={(slackInRackM) => edit({ slackInRackM })}
      />
      <QuantityField
        label="Bundle of"
        unit="cables"
        min={1}
        max={1000}
        value={cabling.bundleSize}
        onCommit={(count) => edit({ bundleSize: Math.round(count) })}
      />
      <QuantityField
        label="Tray fill, most"
        unit="%"
        decimals={1}
        min={1}
        max={100}
        value={cabling.trayFillLimit * 100}
        onCommit={(percent) => edit({ trayFillLimit: percent / 100 })}
      />
      <LabelTemplate template={cabling.labelTemplate} />
    </Section>
  );
}

function LabelTemplate({ template }: { readonly template: string }): ReactElement {
  const [draft, setDraft] = useState(template);
  const parsed = parseLabelTemplate(draft);
  return (
    <Field label="Label" error={parsed.ok ? undefined : parsed.error} hint="The cable schedule shows what it makes.">
      {(id, errorId) => (
        <TextField
          id={id}
          value={template}
          required
          errorId={errorId}
          onDraft={setDraft}
          onCommit={(labelTemplate) => {
            if (parseLabelTemplate(labelTemplate).ok) edit({ labelTemplate });
          }}
        />
      )}
    </Field>
  );
}
