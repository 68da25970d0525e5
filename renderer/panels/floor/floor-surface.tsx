/** The plan that is looked at and worked on: drawing, elements over it, pointer and keyboard, what is under the pointer. */
import { type ReactElement, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type FloorSlot, locateSlot } from '#core/design/floor-steps.ts';
import { type Edges, measureFloats } from '../../store/clear-view.ts';
import { type FloorCamera, floorStore, setFloor, useFloorStore } from '../../store/floor-store.ts';
import { useViewStore } from '../../store/view-store.ts';
import { bringIntoView, fitBox, type FloorBox, keepMiddle, type ScreenSize, zoomAt } from './camera.ts';
import { CduHandle } from './cdu-handle.tsx';
import { CrossTrayHandles } from './cross-tray-handles.tsx';
import { FloorCanvas } from './floor-canvas.tsx';
import { FloorHover } from './floor-hover.tsx';
import { boundFloor, boundSelected, type FloorScene } from './floor-scene.ts';
import { StandLayer } from './stand-layer.tsx';
import { useFloorFigures } from './use-floor-figures.ts';
import { useFloorKeys } from './use-floor-keys.ts';
import { type Marquee, useFloorPointer } from './use-floor-pointer.ts';
import './floor-surface.css';

const ZOOM_STEP = 1.4;

type Surface = React.RefObject<HTMLDivElement | null>;

/** The legend, the readout and the banner stand beside the surface or in it. */
function listFloats({ current }: Surface): Edges[] {
  return current ? measureFloats(current) : [];
}

/** Size of the surface, followed as panels are dragged. */
function useSize(ref: Surface): ScreenSize {
  const [size, setSize] = useState<ScreenSize>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const surface = ref.current;
    if (!surface) return undefined;
    const measure = (): void => setSize({ width: surface.clientWidth, height: surface.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(surface);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}

/**
 * At first sight the floor is shown whole, and stays so while the window finds its size. Once the user has looked elsewhere, what is
 * in the middle stays there when the surface grows or shrinks: a view beside it, a panel dragged wider.
 */
function useSteadyCamera(surface: Surface, box: FloorBox | null, camera: FloorCamera | null, size: ScreenSize): void {
  const last = useRef<ScreenSize | null>(null);
  const fitted = useRef<FloorCamera | null>(null);
  useEffect(() => {
    if (size.width === 0) return;
    const before = last.current;
    last.current = size;
    if (camera && camera !== fitted.current) {
      if (before && before !== size) setFloor({ camera: keepMiddle(camera, before, size) });
    } else if (box && (camera === null || before !== size)) {
      fitted.current = fitBox(box, size, 60, listFloats(surface));
      setFloor({ camera: fitted.current });
    }
  }, [surface, box, camera, size]);
}

/** Fit, zoom and zoom to selection, asked for by the actions table or the toolbar. */
function useCommands(surface: Surface, scene: FloorScene, size: ScreenSize): void {
  const command = useViewStore((state) => state.floorCommand);
  const done = useRef(command);
  useEffect(() => {
    if (!command || command === done.current || size.width === 0) return;
    done.current = command;
    const { camera } = floorStore.getState();
    const box = command.kind === 'zoom-selection' ? boundSelected(scene) : boundFloor(scene.plan);
    if (command.kind === 'zoom-in' || command.kind === 'zoom-out') {
      const factor = command.kind === 'zoom-in' ? ZOOM_STEP : 1 / ZOOM_STEP;
      if (camera) setFloor({ camera: zoomAt(camera, size.width / 2, size.height / 2, factor) });
    } else if (box) {
      const mostScale = command.kind === 'zoom-selection' ? 90 : 60;
      setFloor({ camera: fitBox(box, size, mostScale, listFloats(surface)) });
    }
  }, [surface, command, scene, size]);
}

function MarqueeBox({ marquee }: { readonly marquee: Marquee | null }): ReactElement | null {
  if (!marquee) return null;
  const { from, to } = marquee;
  return (
    <div
      className="fl-marquee"
      style={{
        left: Math.min(from.x, to.x),
        top: Math.min(from.y, to.y),
        width: Math.abs(to.x - from.x),
        height: Math.abs(to.y - from.y),
      }}
    />
  );
}

export function FloorSurface({ scene }: { readonly scene: FloorScene }): ReactElement {
  const ref = useRef<HTMLDivElement>(null);
  const isSpaceDown = useRef(false);
  const [sentence, setSentence] = useState('');
  const size = useSize(ref);
  const camera = useFloorStore((state) => state.camera);
  const ghost = useFloorStore((state) => state.ghost);
  const pointer = useFloorPointer(ref, scene, isSpaceDown);
  const keepFigures = useFloorFigures(ref, scene, pointer);
  const reveal = useCallback(
    (at: FloorSlot) => {
      const now = floorStore.getState().camera;
      const { xM, yM } = locateSlot(scene.plan, at);
      if (now) setFloor({ camera: bringIntoView(now, size, xM, yM) });
    },
    [scene.plan, size],
  );
  const holdSpace = useCallback((isDown: boolean) => {
    isSpaceDown.current = isDown;
  }, []);
  const keys = useFloorKeys(scene, holdSpace, pointer.cancelDrag, reveal, setSentence);
  const box = useMemo(() => boundFloor(scene.plan), [scene.plan]);
  useSteadyCamera(ref, box, camera, size);
  useCommands(ref, scene, size);
  return (
    <div
      ref={ref}
      className="fl-surface"
      role="application"
      aria-label="Floor plan"
      aria-describedby="fl-keys"
      // The plan is worked on as one widget: arrows walk inside it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-testid="floor-surface"
      data-panning={pointer.isPanning || undefined}
      data-carrying={ghost !== null || undefined}
      {...pointer.handlers}
      {...keys}
    >
      {camera && size.width > 0 ? (
        <>
          <FloorCanvas scene={scene} camera={camera} size={size} onDrawn={keepFigures} />
          <StandLayer
            plan={scene.plan}
            selected={scene.selected}
            selectedRows={scene.selectedRows}
            selectedRooms={scene.selectedRooms}
            camera={camera}
            size={size}
            isFixed={scene.isProposal}
          />
          {scene.layers.trays && !scene.isProposal ? (
            <CrossTrayHandles plan={scene.plan} trays={scene.trays} camera={camera} />
          ) : null}
          {scene.layers.zones
            ? scene.cduGroups.map((box) => (
                <CduHandle key={box.cdu.id} box={box} camera={camera} isFixed={scene.isProposal} />
              ))
            : null}
          <MarqueeBox marquee={pointer.marquee} />
          <FloorHover scene={scene} hover={pointer.hover} ghost={ghost} size={size} scale={camera.scale} />
        </>
      ) : null}
      <p id="fl-keys" className="ui-visually-hidden">
        Arrows walk from rack to rack, with Shift they add to the selection. M picks the selected racks up: arrows carry
        them, Enter sets them down, Escape leaves them. Delete takes them off the floor.
      </p>
      <p className="ui-visually-hidden" role="status">
        {sentence}
      </p>
    </div>
  );
}
