/** The bar over the plan: what colours the racks, layers, what can be added, and how it is looked at. */
import { BoxSelect, Grid3x3, Layers, Maximize, Minus, PanelRight, Plus, Printer, Sparkles, ZoomIn } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  type FloorColour,
  type FloorLayer,
  floorStore,
  setFloor,
  toggleFloorLayer,
  useFloorStore,
} from '../../store/floor-store.ts';
import { sendCanvasCommand } from '../../store/view-store.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';

const COLOURS: readonly { readonly value: FloorColour; readonly label: string }[] = [
  { value: 'kind', label: 'Rack group' },
  { value: 'fabric', label: 'Fabric' },
  { value: 'power', label: 'Power against limit' },
  { value: 'heat', label: 'Heat' },
  { value: 'feed', label: 'Power feed' },
  { value: 'problems', label: 'Problems' },
  { value: 'phase', label: 'Phase' },
];

const LAYERS: readonly { readonly layer: FloorLayer; readonly label: string }[] = [
  { layer: 'aisles', label: 'Hot and cold aisles' },
  { layer: 'trays', label: 'Cable trays' },
  { layer: 'runs', label: 'Cable runs of the selection' },
  { layer: 'zones', label: 'Cooling zones and coolant units' },
  { layer: 'grid', label: 'Grid' },
];

export function FloorToolbar({ onPrint }: { readonly onPrint: () => void }): ReactElement {
  const colour = useFloorStore((state) => state.colour);
  const aside = useFloorStore((state) => state.aside);
  return (
    <div className="fl-bar" role="toolbar" aria-label="Floor tools">
      <Button onClick={() => setFloor({ dialog: 'add-rows' })}>
        <Grid3x3 size={14} aria-hidden /> Add rows
      </Button>
      <Button onClick={() => setFloor({ dialog: 'add-room' })}>
        <BoxSelect size={14} aria-hidden /> Add room
      </Button>
      <Button
        aria-pressed={aside === 'auto-place'}
        onClick={() => setFloor({ aside: aside === 'auto-place' ? 'shelf' : 'auto-place' })}
      >
        <Sparkles size={14} aria-hidden /> Lay out automatically
      </Button>
      <span className="fl-bar__space" />
      <span className="fl-bar__label">Colour by</span>
      <div className="fl-bar__select">
        <Select
          label="Colour racks by"
          value={colour}
          options={COLOURS}
          onChange={(next) => setFloor({ colour: next as FloorColour })}
          testId="floor-colour"
        />
      </div>
      <MenuButton
        trigger={
          <IconButton label="Layers">
            <Layers size={15} />
          </IconButton>
        }
        entries={() =>
          LAYERS.map(({ layer, label }) => ({
            id: `floor-layer-${layer}`,
            label,
            checked: floorStore.getState().layers[layer],
            onSelect: () => toggleFloorLayer(layer),
          }))
        }
      />
      <IconButton label="Zoom out" onClick={() => sendCanvasCommand('zoom-out')}>
        <Minus size={15} />
      </IconButton>
      <IconButton label="Zoom in" onClick={() => sendCanvasCommand('zoom-in')}>
        <Plus size={15} />
      </IconButton>
      <IconButton label="Zoom to selection" shortcut="Shift+2" onClick={() => sendCanvasCommand('zoom-selection')}>
        <ZoomIn size={15} />
      </IconButton>
      <IconButton label="Fit the floor" shortcut="Shift+1" onClick={() => sendCanvasCommand('fit')}>
        <Maximize size={15} />
      </IconButton>
      <IconButton label="Print the floor plan" onClick={onPrint}>
        <Printer size={15} />
      </IconButton>
      <IconButton
        label="Racks not on the floor"
        aria-pressed={aside === 'shelf'}
        onClick={() => setFloor({ aside: aside === 'shelf' ? null : 'shelf' })}
      >
        <PanelRight size={15} />
      </IconButton>
    </div>
  );
}
