import { Banner, List } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { PreviewWarning, TriedRates } from '#app/features/promise/index.ts';
import { useFormats } from '#app/ui/frame.ts';

interface PreviewWarningsProps {
  tried: TriedRates;
  /** It was judged as of another moment than now. */
  isAnotherMoment: boolean;
}

/** In what the preview may differ from the checkout. */
export function PreviewWarnings({ tried, isAnotherMoment }: PreviewWarningsProps) {
  const { t } = useTranslation('try');
  const { moment } = useFormats();
  const worded = (warning: PreviewWarning) => {
    if (warning.code === 'products_unread') return t('warnings.products_unread');
    const { sku } = warning;
    return sku ? t('warnings.variant_unknown', { sku }) : t('warnings.variant_gone');
  };
  const texts: string[] = tried.warnings.map(worded);
  if (isAnotherMoment) {
    const judged = { moment: moment(tried.judgedAt) };
    texts.push(tried.exchanges.length > 0 ? t('warnings.moment', judged) : t('warnings.remembered', judged));
  }
  if (texts.length === 0) return null;
  const tone = tried.warnings.length > 0 ? 'warning' : 'info';
  return (
    <Banner tone={tone}>
      {texts.length === 1 ? (
        <p>{texts[0]}</p>
      ) : (
        <List>
          {texts.map((text) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
      )}
    </Banner>
  );
}
