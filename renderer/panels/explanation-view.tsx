/** The derivation of one figure, as the analysis gives it. */
import type { ReactElement } from 'react';
import type { CountedObjects, Explanation } from '#core/analysis/explain/explanation.ts';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { setHighlighted, setView, useViewStore } from '../store/view-store.ts';
import { formatNumber, UNKNOWN } from '../ui/format.ts';
import { describeConfidence } from './labels.ts';
import './explanation-view.css';

/** More than anybody follows; the rest is counted. */
const MAX_ROWS = 40;

interface ExplanationViewProps {
  readonly explanation: Explanation;
  /** One of several under a heading of their own. */
  readonly isPart?: boolean;
}

export function ExplanationView({ explanation, isPart = false }: ExplanationViewProps): ReactElement {
  const { title, formula, values, counted, sources, caveats } = explanation;
  return (
    <article className="explanation" data-testid="explanation">
      {isPart ? <h3 className="explanation__part">{title}</h3> : <h2>How is this counted? {title}</h2>}
      <pre className="explanation__formula">{formula}</pre>
      <table className="explanation__values">
        <tbody>
          {values.slice(0, MAX_ROWS).map((value) => (
            <tr key={value.symbol}>
              <th scope="row">{value.symbol}</th>
              <td className="explanation__number">
                {value.isUnknown ? (
                  UNKNOWN
                ) : (
                  <>
                    {formatValue(value.value)} <span className="explanation__unit">{value.unit}</span>
                  </>
                )}
              </td>
              <td>{value.meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest count={values.length - MAX_ROWS} />
      {counted.length > 0 ? <CountedList counted={counted} /> : null}
      {caveats.length > 0 ? (
        <>
          <h3>What to keep in mind</h3>
          <ul className="explanation__caveats">
            {caveats.map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
        </>
      ) : null}
      {sources.length > 0 ? <SourceList sources={sources} /> : null}
    </article>
  );
}

/** Whole numbers in full, others to about four digits. */
function formatValue(value: number): string {
  if (Number.isInteger(value)) return formatNumber(value);
  return formatNumber(value, Math.abs(value) >= 100 ? 1 : 3);
}

function Rest({ count }: { readonly count: number }): ReactElement | null {
  return count > 0 ? <p className="explanation__rest">and {formatNumber(count)} more</p> : null;
}

function CountedList({ counted }: { readonly counted: Explanation['counted'] }): ReactElement {
  return (
    <>
      <h3>{counted.some(({ refs }) => refs.length > 0) ? 'Counted; press to light up on the canvas' : 'Counted'}</h3>
      <ul className="explanation__counted">
        {counted.slice(0, MAX_ROWS).map((objects, place) => (
          <li key={`${place} ${objects.label}`}>
            <CountedRow objects={objects} />
          </li>
        ))}
      </ul>
      <Rest count={counted.length - MAX_ROWS} />
    </>
  );
}

function isLit(highlighted: readonly ObjectRef[], refs: readonly ObjectRef[]): boolean {
  return highlighted.length > 0 && highlighted === refs;
}

/** Lights its objects up on the canvas; a second press puts them out. */
function CountedRow({ objects }: { readonly objects: CountedObjects }): ReactElement {
  const { label, refs, count } = objects;
  const isPressed = useViewStore((state) => isLit(state.highlighted, refs));
  const content = (
    <>
      <span>{label}</span>
      <span>{formatNumber(count)}</span>
    </>
  );
  if (refs.length === 0) return <span className="explanation__row">{content}</span>;
  return (
    <button
      type="button"
      className="explanation__row explanation__row--button"
      aria-pressed={isPressed}
      title="Light up on the canvas"
      onClick={() => {
        setHighlighted(isPressed ? [] : refs);
        setView('topology');
      }}
    >
      {content}
    </button>
  );
}

function SourceList({ sources }: { readonly sources: Explanation['sources'] }): ReactElement {
  return (
    <>
      <h3>Says who?</h3>
      <ul className="explanation__sources">
        {sources.slice(0, MAX_ROWS).map((source) => (
          <li key={`${source.label} ${source.url ?? ''}`}>
            <span>
              {[source.label, describeConfidence(source.confidence), source.asOf]
                .filter((text) => text !== '')
                .join(' \u00b7 ')}
            </span>
            {source.url === null ? null : <span className="explanation__url">{source.url}</span>}
          </li>
        ))}
      </ul>
      <Rest count={sources.length - MAX_ROWS} />
    </>
  );
}
