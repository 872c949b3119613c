import { Banner } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Origins } from '#app/features/health/index.ts';

const NAMES_SHOWN = 3;

/** The warning that shoppers pay some options several times; nothing when they do not. */
export function RepeatedCharge({ origins: { locations, chargedRepeatedly } }: { origins: Origins }) {
  const { t } = useTranslation('home');
  if (chargedRepeatedly.length === 0) return null;
  const shown = locations.slice(0, NAMES_SHOWN).join(', ');
  return (
    <Banner tone="warning" action={{ content: t('checkout.toOptions'), url: '/app/options' }}>
      <p>
        {t('checkout.repeated', {
          locations: locations.length > NAMES_SHOWN ? `${shown}…` : shown,
          options: chargedRepeatedly.join(', '),
        })}
      </p>
    </Banner>
  );
}
