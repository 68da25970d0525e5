/** A button with a figure in it that leads somewhere: what the figure counts is told all the same. */
import type { ComponentProps, ReactElement } from 'react';
import type { ExplainSource } from '../store/explain-store.ts';
import { useExplainLeading } from '../store/use-explain-trigger.ts';

interface LeadingButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'onKeyDown' | 'onFocus' | 'onBlur'> {
  readonly source: ExplainSource;
  /** What the figure is called. */
  readonly figure: string;
}

export function LeadingButton({ source, figure, ...rest }: LeadingButtonProps): ReactElement {
  return <button type="button" {...rest} {...useExplainLeading(source, figure)} />;
}
