/** Tools in the canvas's corner: select or pan, zoom, fit, overview map. */
import { useReactFlow } from '@xyflow/react';
import { Hand, Map as MapIcon, Maximize, Minus, MousePointer2, Palette, Plus, Spline } from 'lucide-react';
import { memo } from 'react';
import { explainZoom } from '../store/explain-view.ts';
import { OVERLAYS } from '../store/overlay-names.ts';
import { useExplainLeading } from '../store/use-explain-trigger.ts';
import { setOverlay, useViewStore } from '../store/view-store.ts';
import { IconButton } from '../ui/button.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { focusCanvas } from './focus-canvas.ts';
import { setInteraction, useInteraction } from './interaction.ts';
import { takeLinkTool } from './link-keys.ts';
import { SavedViewsMenu } from './saved-views-menu.tsx';
import { useCalmZoom } from './use-calm-zoom.ts';
import { chooseDuration } from './use-viewport.ts';

interface CanvasToolbarProps {
  isMapOpen: boolean;
  onToggleMap: () => void;
  onFit: (duration: number) => void;
}

/** The keys go to the drawing with the tool, so that Escape lays it down. */
function take(tool: 'select' | 'pan'): void {
  setInteraction({ tool });
  focusCanvas();
}

export const CanvasToolbar = memo(function CanvasToolbar({ isMapOpen, onToggleMap, onFit }: CanvasToolbarProps) {
  const flow = useReactFlow();
  const tool = useInteraction((state) => state.tool);
  const overlay = useViewStore((state) => state.overlay);
  return (
    <div className="cv-toolbar nodrag nopan" data-floats role="toolbar" aria-label="Canvas tools">
      <IconButton label="Select" shortcut="V" aria-pressed={tool === 'select'} onClick={() => take('select')}>
        <MousePointer2 size={15} />
      </IconButton>
      <IconButton label="Pan" shortcut="H" aria-pressed={tool === 'pan'} onClick={() => take('pan')}>
        <Hand size={15} />
      </IconButton>
      <IconButton
        label="Draw a link"
        shortcut="L"
        aria-pressed={tool === 'link'}
        data-testid="tool-link"
        onClick={() => (tool === 'link' ? take('select') : takeLinkTool())}
      >
        <Spline size={15} />
      </IconButton>
      <span className="cv-toolbar-rule" />
      <IconButton label="Zoom out" onClick={() => void flow.zoomOut({ duration: chooseDuration() })}>
        <Minus size={15} />
      </IconButton>
      <ZoomButton />
      <IconButton label="Zoom in" onClick={() => void flow.zoomIn({ duration: chooseDuration() })}>
        <Plus size={15} />
      </IconButton>
      <IconButton label="Fit the design" onClick={() => onFit(chooseDuration())}>
        <Maximize size={15} />
      </IconButton>
      <span className="cv-toolbar-rule" />
      <IconButton label="Overview map" aria-pressed={isMapOpen} onClick={onToggleMap}>
        <MapIcon size={15} />
      </IconButton>
      <MenuButton
        trigger={
          <IconButton
            label="Colour the canvas by"
            shortcut="Shift+O"
            aria-pressed={overlay !== 'none'}
            data-testid="overlay-chooser"
          >
            <Palette size={15} />
          </IconButton>
        }
        entries={() =>
          OVERLAYS.map((one) => ({
            id: `choose-${one.overlay}`,
            label: one.label,
            checked: one.overlay === overlay,
            startsGroup: one.overlay === 'fabric',
            onSelect: () => setOverlay(one.overlay),
          }))
        }
      />
      <SavedViewsMenu />
    </div>
  );
});

function toPercent(zoom: number): number {
  return Math.round(zoom * 100);
}

function ZoomButton() {
  const flow = useReactFlow();
  const percent = useCalmZoom(toPercent, true);
  const trigger = useExplainLeading(() => explainZoom(percent / 100), 'Zoom');
  return (
    <button
      type="button"
      className="cv-zoom"
      aria-label={`${percent} %: zoom to 100 %`}
      {...trigger}
      onClick={() => void flow.zoomTo(1, { duration: chooseDuration() })}
    >
      {percent} %
    </button>
  );
}
