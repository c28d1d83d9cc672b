import { Button, Center, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';
import { patternsText } from './patterns.text';

export interface Column<Row> {
  key: string;
  label: string;
  render: (row: Row) => ReactNode;
  align?: 'left' | 'right';
  width?: number | string;
  /** The heading is for screen readers only (a column of buttons). */
  quiet?: boolean;
}

interface DataTableProps<Row> {
  /** Names the table for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Opens a row; its cells must hold a real control as well, for the keyboard. */
  onOpen?: (row: Row) => void;
  isSelected?: (row: Row) => boolean;
  /** Present while the server has more rows. */
  onMore?: (() => void) | undefined;
  loadingMore?: boolean;
}

/** A table of server-paged rows. Scrolls sideways in narrow windows. */
export function DataTable<Row>({ label, columns, rows, rowKey, onOpen, isSelected, onMore, loadingMore = false }: DataTableProps<Row>) {
  return (
    <div className={classes['scroll']} tabIndex={0} role="region" aria-label={label}>
      <Table highlightOnHover={onOpen !== undefined} className={classes['table'] ?? ''} aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.key} ta={column.align ?? 'left'} {...(column.width ? { w: column.width } : {})}>
                <Text span size="xs" fw={600} c="dimmed" className={column.quiet ? (classes['quiet'] ?? '') : ''}>
                  {column.label}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr
              key={rowKey(row)}
              data-selected={isSelected?.(row) || undefined}
              {...(onOpen ? { onClick: () => onOpen(row), className: classes['open'] } : {})}
            >
              {columns.map((column) => (
                <Table.Td key={column.key} ta={column.align ?? 'left'}>
                  {column.render(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {onMore && (
        <Center p="md">
          <Button variant="default" size="xs" onClick={onMore} loading={loadingMore}>
            {patternsText.more}
          </Button>
        </Center>
      )}
    </div>
  );
}
