import { Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CallbackStory } from '#app/features/promise/index.ts';
import { useReasons } from '#app/ui/use-reasons.ts';
import styles from './list.module.css';

/** Lines of a rate request, and why OneStock was not asked about some. */
export function BasketLines({ lines }: Pick<CallbackStory, 'lines'>) {
  const { t } = useTranslation('activity');
  const reasonText = useReasons();
  return (
    <ul className={styles.plain}>
      {lines.map(({ sku, quantity, unasked, service }, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a basket may hold the same line twice, and never changes
        <li key={position}>
          {`${quantity} × ${sku ?? t('request.noSku')}`}
          {unasked && (
            <Text as="p" variant="bodySm" tone="subdued" breakWord>
              {service
                ? t('request.unaskedOf', { reason: reasonText(unasked), service })
                : t('request.unasked', { reason: reasonText(unasked) })}
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}
