/** A figure that can be pressed: looks like the text around it until the pointer or the focus is on it. */
import type { ComponentProps, ReactElement } from 'react';
import './figure-button.css';

interface FigureButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'className' | 'type'> {
  /** What the figure is called. */
  readonly figure: string;
  readonly text: string;
  /** Terms of it are not known. */
  readonly isPartial?: boolean;
  readonly isOver?: boolean;
  readonly testId?: string | undefined;
}

export function FigureButton(props: FigureButtonProps): ReactElement {
  const { figure, text, isPartial = false, isOver = false, testId, ...rest } = props;
  return (
    <button
      type="button"
      className="explained"
      aria-label={`${figure}: ${text}. How is this counted?`}
      data-explained
      data-partial={isPartial || undefined}
      data-over={isOver || undefined}
      data-testid={testId}
      {...rest}
    >
      {text}
    </button>
  );
}
