import { Badge } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { MethodList } from '#app/ui/options/method-list.ts';
import type { Part } from '#app/ui/part.ts';
import { Streamed } from '#app/ui/streamed.tsx';

/** Says that OneStock has no such delivery method any more, once its list is there. */
export function MethodGone({ methods, method }: { methods: Promise<Part<MethodList>>; method: string }) {
  const { t } = useTranslation('options');
  const isGone = (list: MethodList) => list.isRead && list.methods.every(({ id }) => id !== method);
  return (
    <Streamed resolve={methods} fallback={null} failure={null} outdated={null}>
      {(list) => isGone(list) && <Badge tone="critical">{t('list.methodGone')}</Badge>}
    </Streamed>
  );
}
