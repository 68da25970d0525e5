/** What is selected, with everything about it that can be changed. Nothing selected = the design itself. */
import type { ReactElement } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Design } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { selectDesign, useDesignStore } from '../store/design-store.ts';
import { useViewStore } from '../store/view-store.ts';
import { InspectDesign } from './inspect-design.tsx';
import { InspectDevice } from './inspect-device.tsx';
import { InspectFabric } from './inspect-fabric.tsx';
import { InspectLink } from './inspect-link.tsx';
import { InspectMany } from './inspect-many.tsx';
import { InspectMember } from './inspect-member.tsx';
import { InspectRack } from './inspect-rack.tsx';
import { InspectUnit } from './inspect-unit.tsx';
import { InspectCdu } from './physical/inspect-cdu.tsx';
import { InspectFeed } from './physical/inspect-feed.tsx';
import { InspectRoom } from './physical/inspect-room.tsx';
import { InspectRow } from './physical/inspect-row.tsx';
import { InspectZone } from './physical/inspect-zone.tsx';
import './inspector.css';

export function Inspector(): ReactElement {
  const selection = useViewStore((state) => state.selection);
  const [only] = selection;
  return (
    <aside className="inspector" aria-label="Inspector">
      {selection.length > 1 ? (
        <InspectMany refs={selection} />
      ) : only ? (
        // The key drops half-typed text when another object is selected.
        <InspectOne key={`${only.kind} ${only.id}`} object={only} />
      ) : (
        <InspectDesign />
      )}
    </aside>
  );
}

function InspectOne({ object }: { readonly object: ObjectRef }): ReactElement {
  const design = useDesignStore(selectDesign);
  const device = object.kind === 'device' ? findRecord(design.devices, object.id) : undefined;
  if (device) {
    return (
      <>
        {object.member === undefined || object.member >= device.count ? null : (
          <InspectMember device={device} member={object.member} />
        )}
        <InspectDevice device={device} />
      </>
    );
  }
  const rack = object.kind === 'rack' ? findRecord(design.racks, object.id) : undefined;
  if (rack) return <InspectRack rack={rack} />;
  const link = object.kind === 'link' ? findRecord(design.links, object.id) : undefined;
  if (link) return <InspectLink link={link} />;
  const fabric = object.kind === 'fabric' ? findRecord(design.fabrics, object.id) : undefined;
  if (fabric) return <InspectFabric fabric={fabric} />;
  const unit = object.kind === 'unit' ? findRecord(design.units ?? {}, object.id) : undefined;
  if (unit) return <InspectUnit unit={unit} />;
  return inspectPhysical(design, object) ?? <InspectDesign />;
}

/** What stands on the floor, feeds it or cools it. */
function inspectPhysical(design: Design, { kind, id }: ObjectRef): ReactElement | null {
  const room = kind === 'room' ? findRecord(design.rooms ?? {}, id) : undefined;
  if (room) return <InspectRoom room={room} />;
  const row = kind === 'row' ? findRecord(design.rows ?? {}, id) : undefined;
  if (row) return <InspectRow row={row} />;
  const feed = kind === 'feed' ? findRecord(design.feeds ?? {}, id) : undefined;
  if (feed) return <InspectFeed feed={feed} />;
  const zone = kind === 'zone' ? findRecord(design.coolingZones ?? {}, id) : undefined;
  if (zone) return <InspectZone zone={zone} />;
  const cdu = kind === 'cdu' ? findRecord(design.cduGroups ?? {}, id) : undefined;
  return cdu ? <InspectCdu group={cdu} /> : null;
}
