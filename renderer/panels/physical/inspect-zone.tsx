/** A cooling zone: the plant of air that some rows share. */
import type { ReactElement } from 'react';
import type { CoolingZone } from '#core/design/facilities.ts';
import type { CommandArgs } from '#core/edit/command.ts';
import { dispatch, selectDesign, useDesignStore } from '../../store/design-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { formatNumber, formatPower } from '../../ui/format.ts';
import { MeterBar } from '../../ui/meter-bar.tsx';
import { FactList, Section } from '../../ui/section.tsx';
import { explainFact } from '../explained-fact.tsx';
import { ObjectProblems } from '../inspect-device.tsx';
import { NameField } from '../name-field.tsx';
import { formatFlow, explainHeatFacts } from './facility-facts.tsx';
import { QuantityField } from './quantity-field.tsx';
import { RemoveObject } from './remove-object.tsx';
import { RowChecklist } from './row-checklist.tsx';
import { Explained } from '../explained.tsx';
import { explainRows } from './explain-floor.ts';

export function InspectZone({ zone }: { readonly zone: CoolingZone }): ReactElement {
  const { coolingZones = {}, rows = {} } = useDesignStore(selectDesign);
  const edit = (patch: CommandArgs['editCoolingZone']['patch']): void =>
    void dispatch({ name: 'editCoolingZone', args: { id: zone.id, patch } });
  const findOther = (rowId: string): string | null =>
    Object.values(coolingZones).find((other) => other.id !== zone.id && other.rowIds.includes(rowId))?.name ?? null;
  return (
    <>
      <header className="inspector__head">
        <div className="inspector__kind">Cooling zone</div>
        <NameField kind="zone" objectId={zone.id} value={zone.name} onCommit={(name) => edit({ name })} />
      </header>
      <Section title="Plant">
        <QuantityField
          label="Air capacity"
          unit="kW"
          decimals={3}
          min={0.001}
          value={zone.airCapacityKw}
          placeholder="not known"
          onCommit={(airCapacityKw) => edit({ airCapacityKw })}
          onClear={() => edit({ airCapacityKw: null })}
        />
      </Section>
      <ObjectProblems object={{ kind: 'zone', id: zone.id }} />
      <ZoneLoad zoneId={zone.id} />
      <Section
        title="Rows"
        aside={
          <Explained
            source={() =>
              explainRows(
                zone.name,
                zone.rowIds.flatMap((id) => rows[id] ?? []),
              )
            }
            figure="Rows of the zone"
            text={formatNumber(zone.rowIds.length)}
          />
        }
      >
        <RowChecklist rowIds={zone.rowIds} onChange={(rowIds) => edit({ rowIds })} noteOf={findOther} />
      </Section>
      <RemoveObject object={{ kind: 'zone', id: zone.id }} label="Remove the zone" />
    </>
  );
}

function ZoneLoad({ zoneId }: { readonly zoneId: string }): ReactElement | null {
  const figures = useReportStore((state) => state.report?.facility.zones.find((entry) => entry.zoneId === zoneId));
  if (!figures) return null;
  const { capacityW, heat } = figures;
  return (
    <Section title="Load" aside="at maximum power">
      <FactList
        facts={[
          explainFact('Racks', `zone/racks/${zoneId}`, formatNumber(figures.rackCount)),
          ...explainHeatFacts(heat, figures.unknownCount, (field) =>
            field === 'liquid' ? null : `zone/${field}/${zoneId}`,
          ),
          explainFact(
            'Airflow',
            `zone/airflow/${zoneId}`,
            formatFlow(figures.airflowM3PerHour, figures.unknownCount, 'm\u00b3/h'),
          ),
          figures.unknownCount > 0
            ? explainFact('Power not known of', `zone/air/${zoneId}`, formatNumber(figures.unknownCount))
            : null,
        ]}
      />
      {capacityW === null ? null : (
        <MeterBar
          label="Watts of the air capacity"
          used={Math.round(heat.airW)}
          after={Math.round(heat.airW + heat.openW)}
          total={Math.round(capacityW)}
          warnAt={0.9}
        />
      )}
      <p className="inspector__port-note">
        {capacityW === null ? (
          'No capacity given, so not checked.'
        ) : (
          <Explained source={`zone/capacity/${zoneId}`} figure="Capacity" text={`Capacity ${formatPower(capacityW)}`} />
        )}
      </p>
    </Section>
  );
}
