/** A thumbnail of a design: its groups by tier, one bar each, joined as they are linked. */
import type { ReactElement } from 'react';
import type { DeviceRole } from '#core/design/design.ts';
import './design-sketch.css';
import { TIER_OF_ROLE } from '../store/tier-of-role.ts';

const WIDTH = 240;
const HEIGHT = 96;

interface SketchDevice {
  readonly id: string;
  readonly role: DeviceRole;
}

/** What of a design a sketch shows; a design is one. */
export interface SketchSource {
  readonly devices: Readonly<Record<string, SketchDevice>>;
  readonly links: Readonly<Record<string, { readonly id: string; readonly a: SketchEnd; readonly b: SketchEnd }>>;
}

interface SketchEnd {
  readonly deviceId: string;
}

interface Spot {
  readonly device: SketchDevice;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function placeSpots(design: SketchSource): Map<string, Spot> {
  const tiers: SketchDevice[][] = [[], [], [], []];
  for (const device of Object.values(design.devices)) tiers[TIER_OF_ROLE[device.role]]?.push(device);
  const used = tiers.filter((tier) => tier.length > 0);
  const spots = new Map<string, Spot>();
  used.forEach((tier, row) => {
    const y = used.length === 1 ? HEIGHT / 2 : 20 + (row * (HEIGHT - 40)) / (used.length - 1);
    const pitch = (WIDTH - 32) / tier.length;
    tier.forEach((device, index) => {
      spots.set(device.id, { device, x: 16 + pitch * (index + 0.5), y, width: Math.min(52, pitch * 0.76) });
    });
  });
  return spots;
}

export function DesignSketch({ design }: { readonly design: SketchSource }): ReactElement {
  const spots = placeSpots(design);
  return (
    <svg className="app-sketch" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      {Object.values(design.links).map((link) => {
        const a = spots.get(link.a.deviceId);
        const b = spots.get(link.b.deviceId);
        return a && b ? <line key={link.id} x1={a.x} y1={a.y} x2={b.x} y2={b.y} /> : null;
      })}
      {[...spots.values()].map(({ device, x, y, width }) => (
        <rect key={device.id} data-role={device.role} x={x - width / 2} y={y - 6} width={width} height={12} rx={3} />
      ))}
    </svg>
  );
}
