import { Link, List } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { textUnder } from '#app/words/text-under.ts';
import { Chapter, Section } from './chapter.tsx';
import { Prose, WithCode } from './prose.tsx';
import { PAGE_ADDRESSES, SYMPTOMS, type Symptom } from './symptoms.ts';

/** What can be wrong, by what is seen, each cause with the page that shows it. */
export function SymptomsChapter() {
  const { t } = useTranslation('documentation');
  return (
    <Chapter anchor="troubleshooting" title={t('symptoms.title')}>
      <Prose text={t('symptoms.text')} />
      {SYMPTOMS.map((symptom) => (
        <Section key={symptom.anchor} anchor={symptom.anchor} title={t(`symptoms.${symptom.name}.title`)}>
          <Causes symptom={symptom} />
        </Section>
      ))}
    </Chapter>
  );
}

function Causes({ symptom }: { symptom: Symptom }) {
  const { t, i18n } = useTranslation(['documentation', 'navigation']);
  return (
    <List>
      {symptom.causes.map(({ name, page }) => (
        <List.Item key={name}>
          <WithCode text={textUnder(i18n, `documentation:symptoms.${symptom.name}.${name}`) ?? ''} />{' '}
          <Link url={PAGE_ADDRESSES[page]}>{t(`navigation:${page}`)}</Link>
        </List.Item>
      ))}
    </List>
  );
}
