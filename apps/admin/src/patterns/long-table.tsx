import { Checkbox, Table, Text } from '@mantine/core';
import type { Column } from './data-table';
import classes from './long-table.module.css';
import { useWindow } from './use-window';

/** Pixels of a row of several lines where not all of them are drawn. */
const ROW_HEIGHT = 97;
/** Up to so many rows all are drawn, as high as they like. */
const SHORT_MAX = 100;

/** Which rows are chosen, by key. */
export interface Selection<Row> {
  keys: ReadonlySet<string>;
  /** For the box of all rows, also of those that are not drawn. */
  allLabel: string;
  rowLabel: (row: Row) => string;
  onChange: (keys: ReadonlySet<string>) => void;
}

interface LongTableProps<Row> {
  /** Names the table for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Pixels of a row where not all are drawn: all are as high then. */
  rowHeight?: number;
  /** Absent where nothing can be done to many rows. */
  selection?: Selection<Row> | undefined;
}

function HeadRow<Row>({ columns, rows, rowKey, selection }: LongTableProps<Row>) {
  const chosen = selection ? rows.filter((row) => selection.keys.has(rowKey(row))).length : 0;
  return (
    <Table.Tr aria-rowindex={1}>
      {selection && (
        <Table.Th w={40}>
          <Checkbox
            aria-label={selection.allLabel}
            checked={chosen > 0 && chosen === rows.length}
            indeterminate={chosen > 0 && chosen < rows.length}
            onChange={(event) => selection.onChange(new Set(event.currentTarget.checked ? rows.map(rowKey) : []))}
          />
        </Table.Th>
      )}
      {columns.map((column) => (
        <Table.Th key={column.key} ta={column.align ?? 'left'}>
          <Text span size="xs" fw={600} c="dimmed" className={column.quiet ? (classes['quiet'] ?? '') : ''}>
            {column.label}
          </Text>
        </Table.Th>
      ))}
    </Table.Tr>
  );
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Rows that are not drawn, as high as they would be. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height === 0) return null;
  return (
    <Table.Tr className={classes['gap'] ?? ''} aria-hidden="true">
      <Table.Td colSpan={columns} h={height} />
    </Table.Tr>
  );
}

/** A table whose rows are all here, thousands of them if need be: only those near the eye are drawn. Rows can be chosen. */
export function LongTable<Row>(props: LongTableProps<Row>) {
  const { label, columns, rows, rowKey, selection, rowHeight = ROW_HEIGHT } = props;
  const isLong = rows.length > SHORT_MAX;
  const { first, last, onScroll } = useWindow(rows.length, rowHeight);
  const [from, to] = isLong ? [first, last] : [0, rows.length];
  const width = columns.length + (selection ? 1 : 0);
  return (
    <div className={classes['scroll']} data-long={isLong || undefined} tabIndex={0} role="region" aria-label={label} onScroll={onScroll}>
      <Table className={classes['table'] ?? ''} aria-label={label} aria-rowcount={rows.length + 1}>
        <Table.Thead>
          <HeadRow {...props} />
        </Table.Thead>
        <Table.Tbody>
          <Gap height={from * rowHeight} columns={width} />
          {rows.slice(from, to).map((row, index) => (
            <Table.Tr key={rowKey(row)} aria-rowindex={from + index + 2} {...(isLong ? { h: rowHeight } : {})}>
              {selection && (
                <Table.Td>
                  <Checkbox
                    aria-label={selection.rowLabel(row)}
                    checked={selection.keys.has(rowKey(row))}
                    onChange={() => selection.onChange(toggled(selection.keys, rowKey(row)))}
                  />
                </Table.Td>
              )}
              {columns.map((column) => (
                <Table.Td key={column.key} ta={column.align ?? 'left'}>
                  {isLong ? <div className={classes['cell']}>{column.render(row)}</div> : column.render(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
          <Gap height={(rows.length - to) * rowHeight} columns={width} />
        </Table.Tbody>
      </Table>
    </div>
  );
}
