/** Figures of designs that are not drawn yet: their derivations come from the worker that generated them. */
import { createContext, type ReactElement, useContext, useMemo } from 'react';
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import type { Requirements } from '#core/generate/requirements.ts';
import type { ExplainSource } from '../../store/explain-store.ts';
import { explainRequired } from '../../store/requirements-store.ts';
import { explainPartial, formatPartial, type PartialFigure } from '../../ui/format.ts';
import { Explained } from '../explained.tsx';

/** What the design is made from whose figures are shown. */
export const RequiredContext = createContext<Requirements | null>(null);

/** A press on a figure is about the figure, not about the row it stands in. */
export function isOnFigure(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-explained]') !== null;
}

interface RequiredFigureProps {
  readonly metric: MetricId;
  readonly figure: string;
  readonly text: string;
  readonly isPartial?: boolean;
}

export function RequiredFigure({ metric, ...rest }: RequiredFigureProps): ReactElement {
  const requirements = useContext(RequiredContext);
  const source = useMemo((): ExplainSource => {
    return requirements === null ? () => null : { ask: () => explainRequired(requirements, metric) };
  }, [requirements, metric]);
  return <Explained source={source} {...rest} />;
}

interface RequiredSumProps {
  readonly metric: MetricId;
  readonly figure: string;
  readonly sum: PartialFigure;
  readonly format: (value: number) => string;
}

export function RequiredSum({ sum, format, ...rest }: RequiredSumProps): ReactElement {
  return <RequiredFigure {...rest} text={formatPartial(sum, format)} isPartial={explainPartial(sum) !== null} />;
}
