/**
 * A table of the report. A row that names an object selects it, and is marked while it is selected elsewhere. The tab key goes from row to row,
 * the arrows to the figures that a row explains.
 */
import type { KeyboardEvent, ReactElement } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { select, useViewStore } from '../../store/view-store.ts';
import { areAllSelected } from '../counted-objects.ts';
import { Explained } from '../explained.tsx';
import type { Cell, Column, TableBlock } from './blocks.ts';
import { useIsPaper } from './medium.ts';

const NO_REFS: readonly ObjectRef[] = [];

const refsOf = (cell: Cell | undefined): readonly ObjectRef[] =>
  cell === undefined || typeof cell === 'string' ? NO_REFS : (cell.refs ?? NO_REFS);
const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : (cell?.text ?? ''));
const canPress = (cell: Cell): boolean =>
  typeof cell !== 'string' && (cell.refs?.length ?? 0) + (cell.source ? 1 : 0) > 0;

/** From one thing that can be pressed to the next in its row. */
function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const button = (event.target as Element).closest('button');
  const row = button?.closest('tr');
  if (step === 0 || !button || !row) return;
  const buttons = [...row.querySelectorAll('button')];
  buttons[buttons.indexOf(button) + step]?.focus();
  event.preventDefault();
}

export function ReportTable({ table }: { readonly table: TableBlock }): ReactElement {
  const { title, columns, rows, total, note } = table;
  return (
    <>
      <h4>{title}</h4>
      <table className="report-table" aria-label={title} onKeyDown={onKeyDown}>
        <colgroup>
          {columns.map(({ title: name, width }) => (
            <col key={name} {...(width === undefined ? {} : { width: `${width}%` })} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" data-number={column.isNumber || undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            // Rows have no name of their own, and none outlives the report it was made from.
            <Row key={at} cells={cells} columns={columns} />
          ))}
        </tbody>
        {total ? (
          <tfoot>
            <Row cells={total} columns={columns} />
          </tfoot>
        ) : null}
      </table>
      {note ? <p className="report-note">{note}</p> : null}
    </>
  );
}

interface RowProps {
  readonly cells: readonly Cell[];
  readonly columns: readonly Column[];
}

function Row({ cells, columns }: RowProps): ReactElement {
  const isPaper = useIsPaper();
  const isSelected = useViewStore((state) => !isPaper && areAllSelected(state.selection, refsOf(cells[0])));
  const tabStop = cells.findIndex(canPress);
  return (
    <tr data-selected={isSelected || undefined}>
      {cells.map((cell, at) => {
        const column = columns[at];
        const Tag = at === 0 ? 'th' : 'td';
        return (
          <Tag
            key={column?.title}
            scope={at === 0 ? 'row' : undefined}
            data-number={column?.isNumber || undefined}
            data-breaks={column?.breaks || undefined}
            data-tone={typeof cell === 'string' ? undefined : cell.tone}
          >
            <CellText cell={cell} name={`${column?.title ?? ''}, ${textOf(cells[0])}`} isTabStop={at === tabStop} />
          </Tag>
        );
      })}
    </tr>
  );
}

interface CellTextProps {
  readonly cell: Cell;
  /** Of the figure, for who does not see the table. */
  readonly name: string;
  readonly isTabStop: boolean;
}

function CellText({ cell, name, isTabStop }: CellTextProps): ReactElement | string {
  const isPaper = useIsPaper();
  const refs = refsOf(cell);
  const isSelected = useViewStore((state) => !isPaper && areAllSelected(state.selection, refs));
  const text = textOf(cell);
  if (isPaper || typeof cell === 'string') return text;
  if (cell.source) return <Explained source={cell.source} figure={name} text={text} isInRow={!isTabStop} />;
  if (refs.length === 0) return text;
  return (
    <button
      type="button"
      className="report-link"
      aria-pressed={isSelected}
      title="Select in all views"
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => select(isSelected ? [] : refs)}
    >
      {text}
    </button>
  );
}
