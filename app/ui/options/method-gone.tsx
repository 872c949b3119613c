import { Badge } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Part } from '../part.ts';
import { Streamed } from '../streamed.tsx';
import type { MethodList } from './method-list.ts';

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
