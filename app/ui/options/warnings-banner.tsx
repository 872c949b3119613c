import { Banner, List } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OptionWarning } from '#app/features/delivery-options/index.ts';
import type { OwnRateWarning } from './own-rates.ts';
import { useWords } from './use-words.ts';

interface WarningsBannerProps {
  warnings: (OptionWarning | OwnRateWarning)[];
  currency: string;
  onCurrency(currency: string): void;
}

/** What bites at checkout if the option is saved as it is typed. */
export function WarningsBanner({ warnings, currency, onCurrency }: WarningsBannerProps) {
  const { t } = useTranslation('options');
  const { warning } = useWords();
  const other = warnings.find((each) => each.code === 'other_currency')?.shopCurrency;
  if (warnings.length === 0) return null;
  return (
    <Banner
      tone="warning"
      title={t('warnings.title', { count: warnings.length })}
      action={
        other
          ? { content: t('warnings.useCurrency', { currency: other }), onAction: () => onCurrency(other) }
          : undefined
      }
    >
      <List>
        {warnings.map((found) => (
          <List.Item key={JSON.stringify(found)}>{warning(found, currency)}</List.Item>
        ))}
      </List>
    </Banner>
  );
}
