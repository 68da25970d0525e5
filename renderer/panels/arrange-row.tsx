/** Buttons that line up, spread, tidy and lock what is selected, where more than one thing on the canvas is. */
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  Lock,
  LockOpen,
  type LucideIcon,
  Workflow,
} from 'lucide-react';
import type { ReactElement } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { isBlockRef } from '#core/design/block-ref.ts';
import { findAction, runAction } from '../store/action-registry.ts';
import { selectDesign, useDesignStore } from '../store/design-store.ts';
import { formatShortcut } from '../store/shortcut-label.ts';
import { IconButton } from '../ui/button.tsx';
import './arrange-row.css';

const ICONS: readonly (readonly [id: string, icon: LucideIcon])[] = [
  ['align-left', AlignStartVertical],
  ['align-centre', AlignCenterVertical],
  ['align-right', AlignEndVertical],
  ['align-top', AlignStartHorizontal],
  ['align-middle', AlignCenterHorizontal],
  ['align-bottom', AlignEndHorizontal],
  ['distribute-horizontally', AlignHorizontalSpaceAround],
  ['distribute-vertically', AlignVerticalSpaceAround],
];

const isMac = navigator.platform.startsWith('Mac');

export function ArrangeRow({ refs }: { readonly refs: readonly ObjectRef[] }): ReactElement | null {
  // What can be done changes with the design: with locks, and with racks that take devices in.
  useDesignStore(selectDesign);
  if (refs.filter((ref) => ref.member === undefined && isBlockRef(ref)).length < 2) return null;
  const lock = findAction('lock');
  const isUnlock = lock?.describe?.() === 'Unlock';
  return (
    <div className="arrange-row" role="group" aria-label="Arrange">
      {ICONS.map(([id, Icon]) => (
        <ArrangeButton key={id} id={id} icon={Icon} />
      ))}
      <ArrangeButton id="tidy" icon={Workflow} />
      <ArrangeButton id="lock" icon={isUnlock ? LockOpen : Lock} />
    </div>
  );
}

function ArrangeButton({ id, icon: Icon }: { readonly id: string; readonly icon: LucideIcon }): ReactElement | null {
  const action = findAction(id);
  if (!action) return null;
  return (
    <IconButton
      label={action.describe?.() ?? action.label}
      shortcut={formatShortcut(action.shortcut, isMac)}
      // Not the attribute: a disabled button would drop the focus and hide its tooltip.
      aria-disabled={!action.enabled()}
      data-testid={`arrange-${id}`}
      onClick={() => runAction(id)}
    >
      <Icon size={16} />
    </IconButton>
  );
}
