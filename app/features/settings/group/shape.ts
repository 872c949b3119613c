import type { z } from 'zod';
import type { Field } from '../field/shape.ts';

/** Settings that are read and kept together, in the order in which the page shows them. */
export interface SettingsGroup<
  Name extends string = string,
  Fields extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>,
> {
  name: Name;
  fields: Fields;
}

export function settingsGroup<const Name extends string, Fields extends Readonly<Record<string, Field>>>(
  name: Name,
  fields: Fields,
): SettingsGroup<Name, Fields> {
  return { name, fields };
}

/** The values of a group. */
export type ValuesOf<Group extends SettingsGroup> = {
  [Name in keyof Group['fields']]: z.infer<Group['fields'][Name]['schema']>;
};

/** The values of several groups, by the group's name. */
export type ValuesByGroup<Group extends SettingsGroup> = { [One in Group as One['name']]: ValuesOf<One> };

/** Names a setting among all groups, and its value in a form: `checkout:softDeadlineMs`. */
export type PathOf<Group extends SettingsGroup> = Group extends SettingsGroup
  ? `${Group['name']}:${keyof Group['fields'] & string}`
  : never;

/** See {@link PathOf}. */
export function pathOf(group: string, field: string): string {
  return `${group}:${field}`;
}

/** What a group has that was never saved. */
export function defaultsOf<Group extends SettingsGroup>({ fields }: Group): ValuesOf<Group> {
  const entries = Object.entries(fields).map(([name, field]) => [name, field.default]);
  return Object.fromEntries(entries) as ValuesOf<Group>;
}

/** What a shop has that saved nothing. */
export function allDefaultsOf<Group extends SettingsGroup>(groups: readonly Group[]): ValuesByGroup<Group> {
  const entries = groups.map((group) => [group.name, defaultsOf(group)]);
  return Object.fromEntries(entries) as ValuesByGroup<Group>;
}

/** A group as it is stored, made whole: each setting that was never saved, or is of another kind by now, has its default. */
export function readStored<Group extends SettingsGroup>(group: Group, stored: unknown): ValuesOf<Group> {
  const given = isRecord(stored) ? stored : {};
  const entries = Object.entries(group.fields).map(([name, field]) => {
    const parsed = field.schema.safeParse(given[name]);
    return [name, parsed.success ? parsed.data : field.default];
  });
  return Object.fromEntries(entries) as ValuesOf<Group>;
}

/** A group out of a shop's stored settings, which has each by its name; see {@link readStored}. */
export function groupIn<Group extends SettingsGroup>(settings: unknown, group: Group): ValuesOf<Group> {
  return readStored(group, isRecord(settings) ? settings[group.name] : undefined);
}

/** The cards of the page, in the order in which groups first name them. */
export function sectionsOf(groups: readonly SettingsGroup[]): string[] {
  const sections = groups.flatMap(({ fields }) => Object.values(fields).map(({ place }) => place.section));
  return [...new Set(sections)];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
