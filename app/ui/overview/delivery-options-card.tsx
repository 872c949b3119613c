import {
  Badge,
  BlockStack,
  Box,
  Card,
  IndexTable,
  InlineStack,
  Text,
  useBreakpoints,
} from '@shopify/polaris';
import type { DeliveryOptionOverview } from '#app/features/activity/index.ts';

const KINDS = { home: 'Home delivery', collect: 'Click and collect' } as const;
const COUNTRIES_SHOWN = 8;

/** What shoppers can choose at checkout, in the order of the checkout. */
export function DeliveryOptionsCard({ options }: { options: DeliveryOptionOverview[] }) {
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            Delivery options
          </Text>
          {options.length === 0 && (
            <Text as="p" tone="subdued">
              No delivery option is set up yet. Each one that you add appears here, and at checkout while it
              is active.
            </Text>
          )}
        </BlockStack>
      </Box>
      {options.length > 0 && <OptionsTable options={options} />}
    </Card>
  );
}

function OptionsTable({ options }: { options: DeliveryOptionOverview[] }) {
  const { smDown } = useBreakpoints();
  return (
    <IndexTable
      resourceName={{ singular: 'delivery option', plural: 'delivery options' }}
      itemCount={options.length}
      selectable={false}
      condensed={smDown}
      headings={[
        { title: 'Option' },
        { title: 'Kind' },
        { title: 'Price' },
        { title: 'Countries' },
        { title: 'Status' },
      ]}
    >
      {options.map((option, index) => (
        <IndexTable.Row key={option.handle} id={option.handle} position={index}>
          {smDown ? <CondensedOption option={option} /> : <OptionCells option={option} />}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function OptionCells({ option }: { option: DeliveryOptionOverview }) {
  return (
    <>
      <IndexTable.Cell>
        <OptionName option={option} />
      </IndexTable.Cell>
      <IndexTable.Cell>{KINDS[option.kind]}</IndexTable.Cell>
      <IndexTable.Cell>{option.priceInWords}</IndexTable.Cell>
      <IndexTable.Cell>
        <Countries countries={option.countries} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <OptionStatus active={option.active} />
      </IndexTable.Cell>
    </>
  );
}

function CondensedOption({ option }: { option: DeliveryOptionOverview }) {
  return (
    <Box padding="300" width="100%">
      <BlockStack gap="100">
        <InlineStack align="space-between" blockAlign="start" wrap={false}>
          <OptionName option={option} />
          <OptionStatus active={option.active} />
        </InlineStack>
        <Text as="span">{`${KINDS[option.kind]} · ${option.priceInWords}`}</Text>
        <Countries countries={option.countries} />
      </BlockStack>
    </Box>
  );
}

function OptionName({ option }: { option: DeliveryOptionOverview }) {
  return (
    <BlockStack>
      <Text as="span" fontWeight="semibold">
        {option.name}
      </Text>
      <Text as="span" variant="bodySm" tone="subdued">
        {option.handle}
      </Text>
    </BlockStack>
  );
}

function Countries({ countries }: { countries: string[] }) {
  if (countries.length === 0) return <Text as="span">Everywhere</Text>;
  const more = countries.length - COUNTRIES_SHOWN;
  return (
    <Text as="span" tone="subdued">
      {countries.slice(0, COUNTRIES_SHOWN).join(', ')}
      {more > 0 && ` and ${more} more`}
    </Text>
  );
}

function OptionStatus({ active }: { active: boolean }) {
  return active ? <Badge tone="success">Active</Badge> : <Badge>Off</Badge>;
}
