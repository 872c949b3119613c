import { useTranslation } from 'react-i18next';
import { CHAPTERS } from './chapters.ts';
import styles from './documentation.module.css';

/** The table of contents. Its addresses can be kept: `/app/documentation#no-rates`. */
export function Contents() {
  const { t } = useTranslation('documentation');
  return (
    <nav className={styles.contents} aria-label={t('contents')}>
      <ol>
        {CHAPTERS.map(({ anchor, title, sections }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{t(title)}</a>
            <ol>
              {sections.map((section) => (
                <li key={section.anchor}>
                  <a href={`#${section.anchor}`}>{t(section.title)}</a>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}
