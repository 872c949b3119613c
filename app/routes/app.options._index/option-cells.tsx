import { BlockStack, Box, IndexTable, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormats, useFrameFacts } from '#app/ui/frame.ts';
import type { ListAction } from '#app/ui/options/list-action.ts';
import type { MethodList } from '#app/ui/options/method-list.ts';
import { useWords } from '#app/ui/options/use-words.ts';
import type { Part } from '#app/ui/part.ts';
import { StatusBadge } from '#app/ui/status-badge.tsx';
import { MethodGone } from './method-gone.tsx';
import type { OptionRow } from './option-row.ts';
import { RowActions } from './row-actions.tsx';
import { WarningsBadge } from './warnings-badge.tsx';

/** More countries than these are counted. */
const NAMED_COUNTRIES = 2;

export interface CellsProps {
  row: OptionRow;
  /** Its place, from 0. */
  at: number;
  count: number;
  methods: Promise<Part<MethodList>>;
  isArchive: boolean;
  act(action: ListAction): void;
  move(row: OptionRow, direction: 'up' | 'down'): void;
}

/** An option in the columns of the table. */
export function OptionCells(props: CellsProps) {
  const { row } = props;
  const { price } = useWords();
  return (
    <>
      <IndexTable.Cell>
        <OptionName row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <States {...props} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Box maxWidth="180px">
          <Text as="span" breakWord>
            {price(row.price, row.currency)}
          </Text>
        </Box>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Countries countries={row.countries} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <LastPromise row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <RowActions {...props} />
      </IndexTable.Cell>
    </>
  );
}

/** The same on a phone, one below the other. */
export function CondensedRow(props: CellsProps) {
  const { row } = props;
  const { price } = useWords();
  return (
    <Box padding="300" width="100%">
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="start" wrap={false} gap="200">
          <OptionName row={row} />
          <RowActions {...props} />
        </InlineStack>
        <States {...props} />
        <Text as="span">{price(row.price, row.currency)}</Text>
        <InlineStack gap="200">
          <Countries countries={row.countries} />
        </InlineStack>
        <LastPromise row={row} />
      </BlockStack>
    </Box>
  );
}

function OptionName({ row }: { row: OptionRow }) {
  const { t } = useTranslation('options');
  return (
    <Box maxWidth="220px">
      <BlockStack gap="050">
        <Text as="span" fontWeight="semibold" breakWord>
          <Link url={`/app/options/${row.id}`} removeUnderline monochrome>
            {row.name}
          </Link>
        </Text>
        <Text as="span" variant="bodySm" tone="subdued" breakWord>
          {`${row.handle} · ${t(`kind.${row.kind}`)}`}
        </Text>
      </BlockStack>
    </Box>
  );
}

function States({ row, methods }: CellsProps) {
  const { t } = useTranslation('options');
  const state = row.isArchived ? 'archived' : row.active ? 'active' : 'inactive';
  return (
    <InlineStack gap="100">
      <StatusBadge status={state === 'active' ? 'works' : 'off'} label={t(`state.${state}`)} />
      {row.warnings.length > 0 && <WarningsBadge row={row} />}
      {!row.isArchived && <MethodGone methods={methods} method={row.deliveryMethod} />}
    </InlineStack>
  );
}

function Countries({ countries }: { countries: string[] }) {
  const { t } = useTranslation('options');
  const { countryName } = useWords();
  const words =
    countries.length <= NAMED_COUNTRIES
      ? countries.map(countryName).join(', ')
      : t('list.countryCount', { count: countries.length });
  return (
    <Text as="span" tone="subdued">
      {words}
    </Text>
  );
}

function LastPromise({ row: { lastPromise } }: { row: OptionRow }) {
  const { t } = useTranslation('options');
  const { days } = useWords();
  const { age } = useFormats();
  const timezone = useFrameFacts()?.timezone ?? 'UTC';
  if (!lastPromise)
    return (
      <Text as="span" tone="subdued">
        {t('list.noPromise')}
      </Text>
    );
  const { shownAt, minDate, maxDate } = lastPromise;
  return (
    <BlockStack gap="050">
      <Text as="span">
        {minDate && maxDate ? days(minDate, maxDate, timezone) : t('list.promisedWithoutDates')}
      </Text>
      <Text as="span" variant="bodySm" tone="subdued">
        {t('list.shown', { age: age(shownAt) })}
      </Text>
    </BlockStack>
  );
}
