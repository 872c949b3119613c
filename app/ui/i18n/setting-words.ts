import type { GROUPS } from '#app/features/settings/shape.ts';

/** What the page says of a setting. */
export interface SettingWords {
  /** Left out where the setting is edited by a component with words of its own. */
  label?: string;
  help?: string;
  /** What it is called within a sentence. */
  within: string;
  /** What stands in an empty field whose secret is stored. */
  kept?: string;
  /** What stands behind a number, where it is not written alike in every language. */
  unit?: string;
  /** Each value that can be chosen; `none` for the empty one. One without words is shown as it is. */
  values?: Readonly<Record<string, string>>;
  /** What choosing a value means. */
  valueHelp?: Readonly<Record<string, string>>;
}

type Group = (typeof GROUPS)[number];

/** The words of every setting: one without is an error of types. */
export type WordsOfSettings = {
  [One in Group as One['name']]: { [Name in keyof One['fields']]: SettingWords };
};

/** The heading of each topic among settings that are folded away. */
export type WordsOfTopics = Readonly<Record<string, string>>;

/** The words of every card. */
export type WordsOfSections = Readonly<Record<string, { title: string; description: string }>>;
