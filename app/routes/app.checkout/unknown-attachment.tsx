import { useTranslation } from 'react-i18next';
import { FailureBanner } from '#app/ui/failure-banner.tsx';
import type { FieldError } from '#app/ui/form/answer.ts';
import { useErrorText } from '#app/ui/form/error-text.ts';

/** Instead of the places: why Shopify did not tell, and trying again. */
export function UnknownAttachment({ error }: { error: FieldError }) {
  const { t } = useTranslation('attach');
  const errorText = useErrorText('attach');
  return <FailureBanner title={t('unknown.title')} text={errorText(error)} />;
}
