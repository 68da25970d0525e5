/** Buttons: with a label, and with an icon only (then the label is its tooltip and its name for screen readers). */
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Tooltip } from './tooltip.tsx';
import './button.css';

type ButtonTone = 'normal' | 'primary' | 'danger' | 'quiet';

interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: ButtonTone;
}

export function Button({ tone = 'normal', className = '', ...rest }: ButtonProps): ReactElement {
  return <button type="button" className={`ui-button ui-button--${tone} ${className}`} {...rest} />;
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly label: string;
  /** Shown in the tooltip behind the label, e.g. `Ctrl+Z`. */
  readonly shortcut?: string | null;
  readonly children: ReactNode;
}

export function IconButton({ label, shortcut, children, className = '', ...rest }: IconButtonProps): ReactElement {
  const button = (
    <button type="button" aria-label={label} className={`ui-icon-button ${className}`} {...rest}>
      {children}
    </button>
  );
  return <Tooltip content={shortcut ? `${label}  ${shortcut}` : label}>{button}</Tooltip>;
}
