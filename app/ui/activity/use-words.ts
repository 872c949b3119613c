import { useTranslation } from 'react-i18next';
import type { Language } from '#app/words/languages.ts';
import { textUnder } from '#app/words/text-under.ts';
import { useLanguage } from '../i18n/use-language.ts';

const namesByLanguage = new Map<Language, Intl.DisplayNames>();

function countryNames(language: Language): Intl.DisplayNames {
  const known = namesByLanguage.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames(language, { type: 'region' });
  namesByLanguage.set(language, names);
  return names;
}

/** Words of this page for names that come from outside or from the queue. One without words is said as it is. */
export function useWords() {
  const { t, i18n } = useTranslation('activity');
  const language = useLanguage();
  const word = (group: 'topics' | 'tasks' | 'kinds' | 'sources', name: string) =>
    textUnder(i18n, `activity:${group}.${name}`) ?? name;
  const nameOf = (code: string) => countryNames(language).of(code) ?? code;
  return {
    /** What an event tells: "Order placed". */
    topic: (topic: string) => word('topics', topic),
    /** What a run does: "Check the OneStock account". */
    kind: (kind: string) => word('kinds', kind),
    /** What a job does: "Write the promise on the order". */
    task: (task: string) => word('tasks', task),
    /** Where the promise of an order comes from: "Shown at checkout". */
    source: (source: string) => word('sources', source),
    /** A country by its ISO 3166-1 alpha-2 code: "France". */
    country: nameOf,
    /** Where a rate request asks for delivery to: "France 31…". */
    destination: ({ country, postalPrefix }: { country?: string; postalPrefix?: string }) =>
      [country && nameOf(country), postalPrefix && `${postalPrefix}…`].filter(Boolean).join(' ') ||
      t('noDestination'),
    /** What a global id names: "Order 1001" for `gid://shopify/Order/1001`. */
    subject(id: string): string {
      const [, kind, number] = /^gid:\/\/shopify\/(\w+)\/(.+)$/.exec(id) ?? [];
      if (!kind || !number) return id;
      if (kind === 'Order' || kind === 'FulfillmentOrder') return t(`subjects.${kind}`, { number });
      return t('subjects.other', { kind, number });
    },
  };
}
