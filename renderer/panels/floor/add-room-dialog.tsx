/** A room by its walls, east of the rooms there are. */
import { type ReactElement, useState } from 'react';
import { createId } from '#core/edit/ids.ts';
import { design, dispatch } from '../../store/design-store.ts';
import { setFloor } from '../../store/floor-store.ts';
import { select } from '../../store/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

const GAP_M = 3;

interface RoomSize {
  readonly name: string;
  readonly widthM: number;
  readonly depthM: number;
  readonly trayHeightM: number;
}

const FIELDS: readonly { readonly key: 'widthM' | 'depthM' | 'trayHeightM'; readonly label: string }[] = [
  { key: 'widthM', label: 'Width, west to east' },
  { key: 'depthM', label: 'Depth, north to south' },
  { key: 'trayHeightM', label: 'Tray height' },
];

function addRoom(size: RoomSize): boolean {
  const rooms = Object.values(design().rooms ?? {});
  const xM = rooms.length === 0 ? 0 : Math.max(...rooms.map((room) => room.xM + room.widthM)) + GAP_M;
  const id = createId('room', design().rooms ?? {});
  const room = { id, ...size, xM, yM: 0, trayWidthMm: 600, trayDepthMm: 100, crossTraysM: [] };
  if (dispatch({ name: 'addRoom', args: { room } }).length > 0) return false;
  select([{ kind: 'room', id }]);
  return true;
}

export function AddRoomDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [size, setSize] = useState<RoomSize>({ name: 'Data hall', widthM: 24, depthM: 18, trayHeightM: 2.7 });
  const apply = (): void => {
    if (!addRoom(size)) return;
    setFloor({ camera: null });
    onClose();
  };
  return (
    <Dialog
      title="Add room"
      onClose={onClose}
      className="fl-dialog"
      testId="add-room"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" onClick={apply}>
            Add room
          </Button>
        </>
      }
    >
      <div className="fl-dialog__grid">
        <Field label="Name">
          {(id) => (
            <TextField
              id={id}
              value={size.name}
              required
              onDraft={(name) => (name.trim() === '' ? undefined : setSize({ ...size, name: name.trim() }))}
              onCommit={(name) => setSize({ ...size, name })}
            />
          )}
        </Field>
        {FIELDS.map(({ key, label }) => (
          <Field key={key} label={label}>
            {(id) => (
              <NumberField
                id={id}
                value={size[key]}
                min={0.5}
                step={0.1}
                decimals={2}
                unit="m"
                onDraft={(value) => setSize({ ...size, [key]: value })}
                onCommit={(value) => setSize({ ...size, [key]: value })}
              />
            )}
          </Field>
        ))}
      </div>
    </Dialog>
  );
}
