/** Head of the report: what it is of, which revision, of which day, from whom and for whom. On the screen it is filled in here. */
import type { ReactElement } from 'react';
import { EMPTY_TITLE_BLOCK, type TitleBlock } from '#core/design/title-block.ts';
import type { Design } from '#core/design/design.ts';
import { dispatch, selectDesign, useDesignStore } from '../../store/design-store.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useIsPaper } from './medium.ts';

const FIELDS: readonly { readonly key: keyof TitleBlock; readonly label: string; readonly placeholder: string }[] = [
  { key: 'revision', label: 'Revision', placeholder: 'not given' },
  { key: 'date', label: 'Date', placeholder: 'day of printing' },
  { key: 'preparedBy', label: 'Prepared by', placeholder: 'not given' },
  { key: 'preparedFor', label: 'Prepared for', placeholder: 'not given' },
];

interface ReportTitleProps {
  /** That the figures are of. */
  readonly design: Design;
  /** Stands where the design names no day; null on the screen. */
  readonly printedOn: string | null;
}

export function ReportTitle({ design: reported, printedOn }: ReportTitleProps): ReactElement {
  const isPaper = useIsPaper();
  const current = useDesignStore(selectDesign);
  // What is typed here stands here at once.
  const design = isPaper ? reported : current;
  const block = design.titleBlock ?? EMPTY_TITLE_BLOCK;
  return (
    <header className="report-title">
      <p className="report-title__kind">Network design report</p>
      <h2>{design.name}</h2>
      <dl className="report-title__facts">
        {FIELDS.map(({ key, label, placeholder }) => {
          const value = block[key] || (key === 'date' ? (printedOn ?? '') : '');
          if (isPaper && value === '') return null;
          return (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                {isPaper ? (
                  value
                ) : (
                  <TextField
                    label={label}
                    value={block[key]}
                    placeholder={placeholder}
                    onCommit={(next) => dispatch({ name: 'editDesignInfo', args: { titleBlock: { [key]: next } } })}
                    testId={`report-${key}`}
                  />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {design.notes.trim() === '' ? null : <p className="report-title__notes">{design.notes.trim()}</p>}
    </header>
  );
}
