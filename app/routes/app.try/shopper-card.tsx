import { Banner, BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { TriedRate, TriedRates } from '#app/features/promise/index.ts';
import { formatMoment } from '#app/ui/format.ts';
import { useLanguage } from '#app/ui/i18n/use-language.ts';
import styles from './shopper-card.module.css';

interface ShopperCardProps {
  tried: Pick<TriedRates, 'rates' | 'status'>;
  /** The shopper's language. */
  locale: string;
}

/** The delivery options as Shopify's checkout lists them. */
export function ShopperCard({ tried: { rates, status }, locale }: ShopperCardProps) {
  const { t } = useTranslation('try');
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('shopper.title')}
        </Text>
        <div role="status">
          {rates.length > 0 && (
            <Text as="p" tone="subdued">
              {t('shopper.announced', { count: rates.length })}
            </Text>
          )}
          {rates.length === 0 && status === 200 && (
            <Banner tone="info" title={t('shopper.nothing')}>
              <p>{t('shopper.nothingText')}</p>
            </Banner>
          )}
          {status !== 200 && (
            <Banner tone="warning" title={t('shopper.backup')}>
              <p>{t('shopper.backupText')}</p>
            </Banner>
          )}
        </div>
        {rates.length > 0 && (
          <ul className={styles.rates} aria-label={t('shopper.title')}>
            {rates.map((rate) => (
              <ShownRate key={rate.code} rate={rate} locale={locale} />
            ))}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}

function ShownRate({ rate, locale }: { rate: TriedRate; locale: string }) {
  const { t } = useTranslation('try');
  return (
    <li className={styles.rate}>
      <div className={styles.texts}>
        <Text as="span" variant="headingSm" breakWord>
          {rate.name}
        </Text>
        <Text as="span" breakWord>
          {rate.description}
        </Text>
        <Text as="span" tone="subdued">
          <Days rate={rate} />
        </Text>
      </div>
      <Text as="span" variant="headingSm" numeric>
        {rate.price === 0 ? t('shopper.free') : priceText(rate, locale)}
      </Text>
    </li>
  );
}

function Days({ rate: { minDate, maxDate } }: { rate: TriedRate }) {
  const { t } = useTranslation('try');
  const language = useLanguage();
  if (!minDate || !maxDate) return t('shopper.noDate');
  // They are days of the calendar at the destination already.
  const day = (date: string) => formatMoment(`${date}T12:00:00Z`, { timezone: 'UTC', language, to: 'day' });
  return minDate === maxDate ? day(minDate) : t('shopper.from', { from: day(minDate), to: day(maxDate) });
}

/** As the shopper's language writes it; the page's address may name one that is none. */
function priceText({ price, currency }: TriedRate, locale: string): string {
  const style = { style: 'currency', currency } as const;
  try {
    return new Intl.NumberFormat(locale || undefined, style).format(price / 100);
  } catch {
    return new Intl.NumberFormat(undefined, style).format(price / 100);
  }
}
