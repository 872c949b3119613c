import type { i18n } from 'i18next';

/**
 * The text under a key that is known only as the app runs, such as that of a code; undefined where there is none. `key` names its
 * namespace: `options:errors.text_empty`. The types of i18next know the keys that stand in the code, so this is the one place around them.
 */
export function textUnder(
  words: Pick<i18n, 'exists' | 't'>,
  key: string,
  params: Readonly<Record<string, unknown>> = {},
): string | undefined {
  return words.exists(key) ? words.t(key, { ...params, defaultValue: '' }) : undefined;
}
