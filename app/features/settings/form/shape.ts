import type { z } from 'zod';
import type { Field } from '../field/shape.ts';
import { pathOf, type SettingsGroup, type ValuesByGroup } from '../group/shape.ts';

/** The groups as a page edits them: each setting by its path, numbers and names as they are typed. */
export type FormOf<Group extends SettingsGroup> = UnionToIntersection<FormOfOne<Group>>;

type FormOfOne<Group extends SettingsGroup> = Group extends SettingsGroup
  ? {
      [Name in keyof Group['fields'] & string as `${Group['name']}:${Name}`]: z.infer<
        Group['fields'][Name]['formSchema']
      >;
    }
  : never;

type UnionToIntersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** The form in which a page edits these values. Secrets are empty in it. */
export function formOf<Group extends SettingsGroup>(
  groups: readonly Group[],
  values: ValuesByGroup<Group>,
): FormOf<Group> {
  const given = values as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const entries = fieldsOf(groups).map(({ group, name, field }) => [
    pathOf(group, name),
    field.toForm(given[group]?.[name]),
  ]);
  return Object.fromEntries(entries) as FormOf<Group>;
}

/** What was typed in a form, by group; whether it may be saved is told by `checkValues`. */
export function typedIn<Group extends SettingsGroup>(
  groups: readonly Group[],
  form: FormOf<Group>,
): ValuesByGroup<Group> {
  const typed = form as Readonly<Record<string, unknown>>;
  const values = groups.map((group) => [
    group.name,
    Object.fromEntries(
      fieldsOf([group]).map(({ name, field }) => [name, field.fromForm(typed[pathOf(group.name, name)])]),
    ),
  ]);
  return Object.fromEntries(values) as ValuesByGroup<Group>;
}

/** What of a form belongs to these groups. */
export function formPart<Group extends SettingsGroup>(
  groups: readonly Group[],
  form: FormOf<Group>,
): FormOf<Group> {
  const typed = form as Readonly<Record<string, unknown>>;
  const paths = fieldsOf(groups).map(({ group, name }) => pathOf(group, name));
  return Object.fromEntries(paths.map((path) => [path, typed[path]])) as FormOf<Group>;
}

/** What a page may send of each setting of these groups. */
export function formShapeOf<Group extends SettingsGroup>(groups: readonly Group[]): FormShape<Group> {
  const entries = fieldsOf(groups).map(({ group, name, field }) => [pathOf(group, name), field.formSchema]);
  return Object.fromEntries(entries) as FormShape<Group>;
}

type FormShape<Group extends SettingsGroup> = {
  [Path in keyof FormOf<Group>]: z.ZodType<FormOf<Group>[Path]>;
};

/** A field, by the names under which it is found. */
export interface FieldOfGroup {
  group: string;
  name: string;
  field: Field;
}

/** The fields of groups, in their order. */
export function fieldsOf(groups: readonly SettingsGroup[]): FieldOfGroup[] {
  return groups.flatMap((group) =>
    Object.entries(group.fields).map(([name, field]) => ({ group: group.name, name, field })),
  );
}

/** Fields as they stand below each other: those of one row together. */
export function rowsOf(fields: readonly FieldOfGroup[]): FieldOfGroup[][] {
  const rows: FieldOfGroup[][] = [];
  for (const one of fields) {
    const { row } = one.field.place;
    const last = rows.at(-1);
    if (row !== undefined && last?.[0]?.field.place.row === row) last.push(one);
    else rows.push([one]);
  }
  return rows;
}
