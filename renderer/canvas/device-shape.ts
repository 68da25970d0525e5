/**
 * The outline of a device on the canvas: its size and where each port block touches the edge. Computed here once, so that
 * React Flow never has to measure a node, and edges end exactly on the dots.
 */
import type { PortBlock } from '#core/catalog/part.ts';

export const DEVICE_WIDTH = 232;
export const DEVICE_HEIGHT = 80;
/** Positions snap to this. */
export const GRID = 8;

export type Side = 'top' | 'bottom' | 'left' | 'right';

export interface PortSpot {
  readonly blockId: string;
  /** Management blocks are drawn small, apart from the data ports. */
  readonly isSmall: boolean;
  /** Distance from the left edge, on the top and bottom sides. */
  readonly x: number;
  /** Distance from the top edge, on the left and right sides. */
  readonly y: number;
  /** To the next port, for words beside it. */
  readonly roomAcross: PortRoom;
  readonly roomDown: PortRoom;
}

/** For a word that may be larger than it is drawn, that is as large, or for none. */
export type PortRoom = 'ample' | 'little' | 'none';

/** A port's role takes so much across, and so much down: drawn as it is, and enlarged. */
const wordWidth = 48;
const wordHeight = 11;
const enlargedWordHeight = 14;

/** Service ports that carry no cluster traffic: a BMC, a switch's own management port. */
export function isServiceBlock(block: Pick<PortBlock, 'role'>): boolean {
  return /(^|_)(bmc|mgmt|console)$/.test(block.role) && block.role !== 'inband_mgmt';
}

/** Data blocks spread around the middle of the edge, service blocks stand close together at its right end. */
export function placePorts(blocks: readonly Pick<PortBlock, 'id' | 'role'>[]): PortSpot[] {
  const main = blocks.filter((block) => !isServiceBlock(block));
  const service = blocks.filter((block) => isServiceBlock(block));
  const spacing = main.length > 1 ? Math.min(56, (DEVICE_WIDTH - 88) / (main.length - 1)) : 0;
  const sideSpacing = Math.min(16, (DEVICE_HEIGHT - 24) / Math.max(1, blocks.length - 1));
  const firstX = DEVICE_WIDTH / 2 - (spacing * (main.length - 1)) / 2;
  const firstY = DEVICE_HEIGHT / 2 - (sideSpacing * (blocks.length - 1)) / 2;
  const room = { roomAcross: chooseRoomAcross(spacing), roomDown: chooseRoomDown(sideSpacing) };
  const mainSpots = main.map((block, index) => ({
    blockId: block.id,
    isSmall: false,
    x: firstX + index * spacing,
    y: firstY + index * sideSpacing,
    ...room,
  }));
  const serviceSpots = service.map((block, index) => ({
    blockId: block.id,
    isSmall: true,
    x: DEVICE_WIDTH - 16 - (service.length - 1 - index) * 12,
    y: firstY + (main.length + index) * sideSpacing,
    ...room,
  }));
  return [...mainSpots, ...serviceSpots];
}

/** 0 = there is no other. */
function chooseRoomAcross(spacing: number): PortRoom {
  if (spacing === 0) return 'ample';
  return spacing < wordWidth ? 'none' : 'little';
}

function chooseRoomDown(spacing: number): PortRoom {
  if (spacing >= enlargedWordHeight) return 'ample';
  return spacing < wordHeight ? 'none' : 'little';
}

/** The point of a spot on a side, in px from the device's top left corner. */
export function anchorPoint(spot: Pick<PortSpot, 'x' | 'y'> | undefined, side: Side): { x: number; y: number } {
  const x = spot?.x ?? DEVICE_WIDTH / 2;
  const y = spot?.y ?? DEVICE_HEIGHT / 2;
  if (side === 'top') return { x, y: 0 };
  if (side === 'bottom') return { x, y: DEVICE_HEIGHT };
  return { x: side === 'left' ? 0 : DEVICE_WIDTH, y };
}
