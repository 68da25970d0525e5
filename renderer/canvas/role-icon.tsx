/** Pictures of device kinds, 16 px, drawn in the current text colour. Decorative: the name beside them says it in words. */
import type { ReactNode } from 'react';
import type { DeviceIconKind } from './canvas-node.ts';

const shapes: Record<DeviceIconKind, ReactNode> = {
  server: (
    <>
      <rect x="1.75" y="2.25" width="12.5" height="5" rx="1.25" />
      <rect x="1.75" y="8.75" width="12.5" height="5" rx="1.25" />
      <path d="M4.25 4.75h.01M4.25 11.25h.01M7 4.75h4.75M7 11.25h4.75" />
    </>
  ),
  switch: (
    <>
      <rect x="1.25" y="3.75" width="13.5" height="8.5" rx="1.5" />
      <path d="M4 6.75h7.5m-2-1.75 2 1.75-2 1.75M12 9.75H4.5" />
    </>
  ),
  storage: (
    <>
      <ellipse cx="8" cy="3.75" rx="5.75" ry="2" />
      <path d="M2.25 3.75v8.5c0 1.1 2.57 2 5.75 2s5.75-.9 5.75-2v-8.5M2.25 8c0 1.1 2.57 2 5.75 2s5.75-.9 5.75-2" />
    </>
  ),
  management: (
    <>
      <rect x="1.75" y="2.25" width="12.5" height="8.75" rx="1.25" />
      <path d="M5 13.75h6M8 11v2.75M4.5 5l1.75 1.6L4.5 8.25M8 8.25h3" />
    </>
  ),
};

export function RoleIcon({ kind }: { kind: DeviceIconKind }) {
  return (
    <svg
      className="cv-icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {shapes[kind]}
    </svg>
  );
}
