import { useTranslation } from 'react-i18next';
import type { Part } from '#app/ui/part.ts';
import { Streamed } from '#app/ui/streamed.tsx';
import { accessPolicy, USED_RESOURCES } from './access-policy.ts';
import { Chapter, Section } from './chapter.tsx';
import { CodeBlock } from './code-block.tsx';
import { Prose } from './prose.tsx';
import { ReferenceTable } from './reference-table.tsx';

/** What is to be set up in OneStock's back office. */
export function OneStockChapter({ userId }: { userId: Promise<Part<string | null>> }) {
  const { t } = useTranslation('documentation');
  return (
    <Chapter anchor="onestock" title={t('oneStock.title')}>
      <Prose text={t('oneStock.text')} />
      <Section anchor="access-policy" title={t('oneStock.policy.title')}>
        <Prose text={t('oneStock.policy.text')} />
        <Streamed resolve={userId} fallback={<Policy userId={null} />} failure={<Policy userId={null} />}>
          {(known) => <Policy userId={known} />}
        </Streamed>
        <Prose text={t('oneStock.policy.used')} />
        <ReferenceTable
          label={t('oneStock.policy.used')}
          headings={[t('oneStock.policy.resource'), t('oneStock.policy.use')]}
          rows={USED_RESOURCES.map((name) => [`\`${name}\``, t(`oneStock.policy.${name}`)])}
        />
      </Section>
      <Section anchor="onestock-data" title={t('oneStock.data.title')}>
        <Prose text={t('oneStock.data.text')} />
      </Section>
      <Section anchor="webhook" title={t('oneStock.webhook.title')}>
        <Prose text={t('oneStock.webhook.text')} />
      </Section>
      <Section anchor="stock-requests" title={t('oneStock.stock.title')}>
        <Prose text={t('oneStock.stock.text')} />
      </Section>
    </Chapter>
  );
}

function Policy({ userId }: { userId: string | null }) {
  const { t } = useTranslation('documentation');
  const title = userId ? t('oneStock.policy.own', { userId }) : t('oneStock.policy.sample');
  return <CodeBlock title={title} code={accessPolicy(userId)} lines={18} />;
}
