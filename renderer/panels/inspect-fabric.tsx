/** A fabric: purpose, technology, routing, target, and how it measures up. */
import type { ReactElement } from 'react';
import type { Fabric } from '#core/design/design.ts';
import type { CommandArgs } from '#core/edit/command.ts';
import { dispatch, useDesignStore } from '../store/design-store.ts';
import { chooseFabricColour } from '../store/fabric-colour.ts';
import { useReportStore } from '../store/report-store.ts';
import { Field } from '../ui/field.tsx';
import { formatCount } from '../ui/format.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Section } from '../ui/section.tsx';
import { Select } from '../ui/select.tsx';
import { Explained } from './explained.tsx';
import { FabricFigures } from './fabric-figures.tsx';
import { FabricTraffic } from './fabric-traffic.tsx';
import { ObjectProblems } from './inspect-device.tsx';
import { PURPOSE_OPTIONS, ROUTING_OPTIONS, TECHNOLOGY_OPTIONS } from './labels.ts';
import { LinkRows } from './link-rows.tsx';
import { NameField } from './name-field.tsx';

export function InspectFabric({ fabric }: { readonly fabric: Fabric }): ReactElement {
  const fabrics = useDesignStore((state) => state.edit.design.fabrics);
  const report = useReportStore((state) => state.report?.fabrics.find((entry) => entry.fabricId === fabric.id));
  return (
    <>
      <header className="inspector__head">
        <div className="inspector__kind">
          <span className="inspector__swatch" style={{ background: chooseFabricColour(fabrics, fabric.id) }} />
          Fabric
          {report ? (
            <>
              {' \u00b7 '}
              <Explained
                source={`fabric-endpoints/${fabric.id}`}
                figure="Endpoints"
                text={formatCount(report.endpointCount, 'endpoint')}
              />
              {' \u00b7 '}
              <Explained
                source={`fabric-switches/${fabric.id}`}
                figure="Switches"
                text={formatCount(report.switchCount, 'switch', 'switches')}
              />
            </>
          ) : null}
        </div>
        <NameField
          kind="fabric"
          objectId={fabric.id}
          value={fabric.name}
          onCommit={(name) => edit(fabric.id, { name })}
        />
      </header>
      <Section title="Fabric">
        <FabricFields fabric={fabric} />
      </Section>
      <ObjectProblems object={{ kind: 'fabric', id: fabric.id }} />
      {report ? (
        <Section title="Bandwidth">
          <FabricFigures fabric={report} />
        </Section>
      ) : null}
      {report ? <FabricTraffic fabric={report} routing={fabric.routing} /> : null}
      <LinkRows fabricId={fabric.id} />
    </>
  );
}

function edit(id: string, patch: CommandArgs['editFabric']['patch']): void {
  dispatch({ name: 'editFabric', args: { id, patch } });
}

export function FabricFields({ fabric }: { readonly fabric: Fabric }): ReactElement {
  return (
    <>
      <Field label="Purpose">
        {(id) => (
          <Select
            id={id}
            value={fabric.purpose}
            options={PURPOSE_OPTIONS}
            onChange={(purpose) => edit(fabric.id, { purpose: purpose as Fabric['purpose'] })}
          />
        )}
      </Field>
      <Field label="Technology">
        {(id) => (
          <Select
            id={id}
            value={fabric.technology}
            options={TECHNOLOGY_OPTIONS}
            onChange={(technology) => edit(fabric.id, { technology: technology as Fabric['technology'] })}
          />
        )}
      </Field>
      <Field label="Routing">
        {(id) => (
          <Select
            id={id}
            value={fabric.routing}
            options={ROUTING_OPTIONS}
            onChange={(routing) => edit(fabric.id, { routing: routing as Fabric['routing'] })}
          />
        )}
      </Field>
      <Field label="Target">
        {(id) => (
          <NumberField
            id={id}
            value={fabric.targetOversubscription}
            min={0.01}
            decimals={2}
            step={0.5}
            unit=": 1"
            placeholder="no target"
            onCommit={(targetOversubscription) => edit(fabric.id, { targetOversubscription })}
            onClear={() => edit(fabric.id, { targetOversubscription: null })}
          />
        )}
      </Field>
    </>
  );
}
