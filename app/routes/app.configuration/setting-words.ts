import { useTranslation } from 'react-i18next';
import type { SettingWords } from '#app/ui/i18n/setting-words.ts';

/** The page's words of a setting, by its path. */
export function useSettingWords(): (path: string) => SettingWords {
  const { i18n } = useTranslation();
  return (path) =>
    i18n.getResource(i18n.language, 'configuration', `fields.${path.replace(':', '.')}`) ?? { within: path };
}

/** The title of a card of the page, and what it is about. */
export function useSectionWords(section: string): { title: string; description: string } {
  const { i18n } = useTranslation();
  const words = i18n.getResource(i18n.language, 'configuration', `sections.${section}`);
  return words ?? { title: section, description: '' };
}

/** The heading of a topic among settings that are folded away. */
export function useTopicWords(): (topic: string) => string {
  const { i18n } = useTranslation();
  return (topic) => i18n.getResource(i18n.language, 'configuration', `topics.${topic}`) ?? topic;
}
