import { Badge, BlockStack, Button, InlineGrid, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RulesetMapping, sortedRulesets } from '#app/features/settings/shape.ts';
import type { OptionName } from './facts.ts';
import { ListFailure } from './list-failure.tsx';
import { NamedSelect } from './named-select.tsx';
import { usePageKnowledge } from './page-context.ts';
import type { EditsSettings } from './values.ts';

const PATH = 'mappings:rulesets';

type Rate = Pick<RulesetMapping, 'source' | 'key'>;

/** By which ruleset chaining OneStock orchestrates the orders of each rate. */
export function RulesetsField({ editing }: EditsSettings) {
  const { t } = useTranslation('configuration');
  const { facts, rulesetChainings: chainings, rateNames } = usePageKnowledge();
  const { options } = facts;
  const [added, setAdded] = useState<string[]>([]);
  const rulesets = editing.values[PATH];
  const rates = ratesOf(options, rateNames?.isKnown ? rateNames.items : [], rulesets, added);
  const choose = ({ source, key }: Rate, rulesetChainingId: string) => {
    const others = rulesets.filter((one) => one.source !== source || one.key !== key);
    const chosen = rulesetChainingId === '' ? [] : [{ source, key, rulesetChainingId }];
    editing.change({ [PATH]: sortedRulesets([...others, ...chosen]) });
  };
  return (
    <BlockStack gap="400">
      <ListFailure list={chainings} title={t('rulesets.failed')} />
      <ListFailure list={rateNames} title={t('rulesets.ratesFailed')} />
      {rates.length === 0 && (
        <Text as="p" tone="subdued">
          {t('rulesets.empty')}
        </Text>
      )}
      {rates.map((rate) => (
        <InlineGrid key={`${rate.source} ${rate.key}`} columns={{ xs: 1, sm: 2 }} gap="200">
          <RateName rate={rate} options={options} />
          <NamedSelect
            label={t('rulesets.chainingOf', { rate: nameOf(rate, options) })}
            labelHidden
            none={t('rulesets.none')}
            list={chainings}
            value={chosenFor(rate, rulesets)}
            onChange={(id) => choose(rate, id)}
          />
        </InlineGrid>
      ))}
      <AddRate onAdd={(name) => setAdded([...added, name])} />
    </BlockStack>
  );
}

function RateName({ rate, options }: { rate: Rate; options: readonly OptionName[] }) {
  const { t } = useTranslation('configuration');
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span" breakWord>
        {nameOf(rate, options)}
      </Text>
      <Badge tone={rate.source === 'option' ? 'info' : undefined}>{t(`rulesets.${rate.source}`)}</Badge>
    </InlineStack>
  );
}

/** For rates of carriers and other apps, whose names are known at checkout only. */
function AddRate({ onAdd }: { onAdd(name: string): void }) {
  const { t } = useTranslation('configuration');
  const [name, setName] = useState('');
  const add = () => {
    if (name.trim()) onAdd(name.trim());
    setName('');
  };
  return (
    <TextField
      label={t('rulesets.other')}
      helpText={t('rulesets.otherHelp')}
      autoComplete="off"
      value={name}
      onChange={setName}
      connectedRight={<Button onClick={add}>{t('rulesets.add')}</Button>}
    />
  );
}

/** Our options first, then the merchant's rates, then those that are only known from here. */
function ratesOf(
  options: readonly OptionName[],
  rateNames: readonly string[],
  rulesets: readonly RulesetMapping[],
  added: readonly string[],
): Rate[] {
  const all: Rate[] = [
    ...options.map(({ handle }) => ({ source: 'option' as const, key: handle })),
    ...rateNames.map((key) => ({ source: 'rate' as const, key })),
    ...rulesets,
    ...added.map((key) => ({ source: 'rate' as const, key })),
  ];
  return [...new Map(all.map((rate) => [`${rate.source} ${rate.key}`, rate])).values()];
}

function nameOf({ source, key }: Rate, options: readonly OptionName[]): string {
  return (source === 'option' && options.find(({ handle }) => handle === key)?.name) || key;
}

function chosenFor({ source, key }: Rate, rulesets: readonly RulesetMapping[]): string {
  return rulesets.find((one) => one.source === source && one.key === key)?.rulesetChainingId ?? '';
}
