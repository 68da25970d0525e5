/** A table of the report. A row that names an object selects it, and is marked while it is selected elsewhere. */
import type { ReactElement } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { select, useViewStore } from '../../store/view-store.ts';
import { areAllSelected } from '../counted-objects.ts';
import type { Cell, Column, TableBlock } from './blocks.ts';
import { useIsPaper } from './medium.ts';

const NO_REFS: readonly ObjectRef[] = [];

const refsOf = (cell: Cell): readonly ObjectRef[] => (typeof cell === 'string' ? NO_REFS : (cell.refs ?? NO_REFS));

export function ReportTable({ table }: { readonly table: TableBlock }): ReactElement {
  const { title, columns, rows, total, note } = table;
  return (
    <>
      <h4>{title}</h4>
      <table className="report-table" aria-label={title}>
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
            <tr>
              {total.map((cell, at) => (
                <TableCell key={columns[at]?.title} cell={cell} column={columns[at]} isHead={at === 0} />
              ))}
            </tr>
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
  const [named = ''] = cells;
  const isSelected = useViewStore((state) => !isPaper && areAllSelected(state.selection, refsOf(named)));
  return (
    <tr data-selected={isSelected || undefined}>
      {cells.map((cell, at) => (
        <TableCell key={columns[at]?.title} cell={cell} column={columns[at]} isHead={at === 0} />
      ))}
    </tr>
  );
}

interface TableCellProps {
  readonly cell: Cell;
  readonly column: Column | undefined;
  readonly isHead: boolean;
}

function TableCell({ cell, column, isHead }: TableCellProps): ReactElement {
  const props = {
    'data-number': column?.isNumber || undefined,
    'data-breaks': column?.breaks || undefined,
    'data-tone': typeof cell === 'string' ? undefined : cell.tone,
  };
  const content = <CellText cell={cell} />;
  return isHead ? (
    <th scope="row" {...props}>
      {content}
    </th>
  ) : (
    <td {...props}>{content}</td>
  );
}

function CellText({ cell }: { readonly cell: Cell }): ReactElement | string {
  const isPaper = useIsPaper();
  const refs = refsOf(cell);
  const isSelected = useViewStore((state) => !isPaper && areAllSelected(state.selection, refs));
  const text = typeof cell === 'string' ? cell : cell.text;
  if (isPaper || refs.length === 0) return text;
  return (
    <button
      type="button"
      className="report-link"
      aria-pressed={isSelected}
      title="Select in all views"
      onClick={() => select(isSelected ? [] : refs)}
    >
      {text}
    </button>
  );
}
