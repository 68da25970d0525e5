/** Port maps: one device at a time as a picture of its panel and as a list, and any number of them on paper. */
import { ChevronLeft, ChevronRight, EthernetPort, Printer } from 'lucide-react';
import { type ReactElement, useCallback, useMemo, useState } from 'react';
import type { PortMap, PortNeighbour } from '#core/analysis/port-map.ts';
import type { Design, Device } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { type MappedMember, setMappedMember, useMappedMember } from '../../store/cables-tab.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { select, setHighlighted, useViewStore } from '../../store/view-store.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatNumber, formatCount } from '../../ui/format.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { ROLE_LABELS } from '../labels.ts';
import { PanelPicture } from './panel-picture.tsx';
import { formatPlace } from './port-lines.ts';
import { PortPrint } from './port-print.tsx';
import { PortTable } from './port-table.tsx';
import { usePortMaps } from './use-port-maps.ts';
import './port-maps.css';

/** More sheets are no longer a stack of paper that anyone reads. */
const MAX_SHEETS = 400;

/** Devices with cables, switches first: theirs are the maps that people print. */
function listMapped(design: Design): Device[] {
  const linked = new Set(Object.values(design.links).flatMap((link) => [link.a.deviceId, link.b.deviceId]));
  const devices = Object.values(design.devices).filter(({ id }) => linked.has(id));
  const rank = ({ role }: Device): number => (role === 'endpoint' || role === 'storage' ? 1 : 0);
  return devices.sort((x, y) => rank(x) - rank(y));
}

/** The one asked for; else the one selected, else the first. */
function useChosen(devices: readonly Device[]): MappedMember | null {
  const asked = useMappedMember();
  const selected = useViewStore((state) => state.selection.find((ref) => ref.kind === 'device'));
  const isThere = (id: string): boolean => devices.some((device) => device.id === id);
  const wanted =
    asked && isThere(asked.deviceId)
      ? asked
      : selected && isThere(selected.id)
        ? { deviceId: selected.id, member: selected.member ?? 0 }
        : devices[0] && { deviceId: devices[0].id, member: 0 };
  const count = devices.find((device) => device.id === wanted?.deviceId)?.count ?? 0;
  const deviceId = wanted?.deviceId ?? null;
  const member = Math.min(wanted?.member ?? 0, Math.max(0, count - 1));
  return useMemo(() => (deviceId === null ? null : { deviceId, member }), [deviceId, member]);
}

export function PortMapsView(): ReactElement {
  const design = useDesignStore(selectDesign);
  const devices = useMemo(() => listMapped(design), [design]);
  const chosen = useChosen(devices);
  const device = findRecord(design.devices, chosen?.deviceId ?? '');
  if (!chosen || !device) {
    return (
      <EmptyState icon={<EthernetPort size={22} aria-hidden />} title="No cabled device yet">
        Connect two devices on the canvas; the port map of each shows where every cable goes.
      </EmptyState>
    );
  }
  return <MapOfDevice devices={devices} device={device} chosen={chosen} />;
}

interface MapOfDeviceProps {
  readonly devices: readonly Device[];
  readonly device: Device;
  readonly chosen: MappedMember;
}

function MapOfDevice({ devices, device, chosen }: MapOfDeviceProps): ReactElement {
  const members = useMemo(() => [chosen], [chosen]);
  const maps = usePortMaps(members);
  const isStale = useReportStore((state) => state.isStale);
  const [printed, setPrinted] = useState<readonly MappedMember[] | null>(null);
  const stopPrinting = useCallback(() => setPrinted(null), []);
  const map = maps?.[0];
  return (
    <div className="port-maps" data-testid="port-maps" data-stale={isStale || undefined}>
      <PortMapBar devices={devices} device={device} chosen={chosen} onPrint={setPrinted} />
      {map ? <MapContent map={map} /> : <p className="port-maps__wait">{'Computing \u2026'}</p>}
      {printed ? <PortPrint members={printed} onDone={stopPrinting} /> : null}
    </div>
  );
}

function MapContent({ map }: { readonly map: PortMap }): ReactElement {
  const pick = ({ linkId, deviceId, member }: PortNeighbour): void => {
    const link = { kind: 'link', id: linkId } as const;
    select([link]);
    setHighlighted([
      link,
      { kind: 'device', id: map.deviceId, member: map.member },
      { kind: 'device', id: deviceId, member },
    ]);
  };
  return (
    <>
      <header className="port-maps__head">
        <h2>{map.name}</h2>
        <p>
          {[map.partLabel, formatPlace(map), `${map.usedCount} of ${formatCount(map.portCount, 'port')} used`]
            .filter(Boolean)
            .join(' \u00b7 ')}
        </p>
      </header>
      <div className="port-maps__panels">
        {map.blocks.map((block) => (
          <PanelPicture key={block.blockId} block={block} onPick={pick} />
        ))}
      </div>
      <div className="port-maps__table">
        <PortTable map={map} onPick={pick} onOpen={({ deviceId, member }) => setMappedMember({ deviceId, member })} />
      </div>
    </>
  );
}

interface PortMapBarProps extends MapOfDeviceProps {
  readonly onPrint: (members: readonly MappedMember[]) => void;
}

function PortMapBar({ devices, device, chosen, onPrint }: PortMapBarProps): ReactElement {
  const { deviceId, member } = chosen;
  const go = (next: number): void => setMappedMember({ deviceId, member: next });
  const all = Math.min(device.count, MAX_SHEETS);
  return (
    <div className="port-maps__bar">
      <Select
        value={deviceId}
        label="Device group"
        options={devices.map(({ id, name, role, count }) => ({
          value: id,
          label: name,
          note: `${ROLE_LABELS[role]}, ${formatCount(count, 'device')}`,
        }))}
        onChange={(id) => setMappedMember({ deviceId: id, member: 0 })}
        testId="port-map-device"
      />
      <IconButton label="Previous device" disabled={member === 0} onClick={() => go(member - 1)}>
        <ChevronLeft size={15} aria-hidden />
      </IconButton>
      <NumberField
        value={member + 1}
        min={1}
        max={device.count}
        label="Device of the group"
        unit={`/ ${formatNumber(device.count)}`}
        onCommit={(number) => go(Math.round(number) - 1)}
        testId="port-map-member"
      />
      <IconButton label="Next device" disabled={member + 1 >= device.count} onClick={() => go(member + 1)}>
        <ChevronRight size={15} aria-hidden />
      </IconButton>
      <p>A port lights up its cable; double-click a line to go to the other end.</p>
      <Button onClick={() => onPrint([chosen])} data-testid="print-port-map">
        <Printer size={14} /> Print
      </Button>
      {device.count > 1 ? (
        <Button
          onClick={() => onPrint(Array.from({ length: all }, (_, at) => ({ deviceId, member: at })))}
          data-testid="print-port-maps"
        >
          <Printer size={14} /> Print {all < device.count ? `the first ${all}` : `all ${all}`}
        </Button>
      ) : null}
    </div>
  );
}
