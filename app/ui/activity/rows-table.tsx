import { BlockStack, Box, IndexTable, InlineStack, Link, useBreakpoints } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListPages, listPagination } from '../list-pages.ts';
import { useActivitySearch } from './use-activity-search.ts';

/** A row of a list. */
export interface ListRow {
  id: string;
  /** What the row is about. It leads to `url`, if there is one. */
  title: ReactNode;
  url?: string;
  /** The other cells. On a phone they stand under the title. */
  cells: ReactNode[];
}

interface RowsTableProps {
  /** The heading of the title, then those of the cells. */
  headings: readonly [string, ...string[]];
  rows: readonly ListRow[];
  /** Where its page lies in the list; left out of a list without pages. */
  pages?: ListPages;
  /** What to show when there are no rows. */
  empty: ReactNode;
}

const ONE_PAGE: ListPages = { older: null, newer: null };

/** A list of the page: a table, and on a phone one row under the other. */
export function RowsTable({ headings, rows, pages = ONE_PAGE, empty }: RowsTableProps) {
  const { t } = useTranslation('activity');
  const { smDown } = useBreakpoints();
  const { isLoading, turnTo } = useActivitySearch();
  if (rows.length === 0) return empty;
  const [first, ...others] = headings.map((title) => ({ title }));
  return (
    <IndexTable
      headings={[first ?? { title: '' }, ...others]}
      itemCount={rows.length}
      selectable={false}
      condensed={smDown}
      loading={isLoading}
      pagination={listPagination(pages, turnTo, {
        label: t('pages.label'),
        older: t('pages.older'),
        newer: t('pages.newer'),
      })}
    >
      {rows.map((row, position) => (
        <IndexTable.Row key={row.id} id={row.id} position={position}>
          {smDown ? <PhoneRow row={row} /> : <TableCells row={row} />}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function Title({ row: { title, url } }: { row: ListRow }) {
  if (!url) return title;
  return (
    <Link url={url} dataPrimaryLink monochrome removeUnderline>
      {title}
    </Link>
  );
}

function TableCells({ row }: { row: ListRow }) {
  return (
    <>
      <IndexTable.Cell>
        <Title row={row} />
      </IndexTable.Cell>
      {row.cells.map((cell, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a row never change their places
        <IndexTable.Cell key={position}>{cell}</IndexTable.Cell>
      ))}
    </>
  );
}

function PhoneRow({ row }: { row: ListRow }) {
  return (
    <Box padding="300" width="100%">
      <BlockStack gap="150">
        <Title row={row} />
        <InlineStack gap="200" blockAlign="center">
          {row.cells.map(
            (cell, position) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a row never change their places
              cell !== '' && <div key={position}>{cell}</div>,
          )}
        </InlineStack>
      </BlockStack>
    </Box>
  );
}
