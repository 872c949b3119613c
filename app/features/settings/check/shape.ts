import type { Param } from '#app/platform/cause.ts';
import { INVALID } from '../field/shape.ts';
import { pathOf, type SettingsGroup, type ValuesOf } from '../group/shape.ts';

/** One thing to correct. */
export interface SettingsFault {
  /** The setting, and the place in its rows: `checkout:softDeadlineMs`, `channels:salesChannels.0.country`. */
  field: string;
  code: string;
  params?: Readonly<Record<string, Param>>;
}

/** What was typed as it may be saved, or everything that is to be corrected. */
export type Checked<Values> = { values: Values; faults: null } | { values: null; faults: SettingsFault[] };

/** Judges a group by the schemas of its fields, and finds all faults at once. Asks nobody. */
export function checkValues<Group extends SettingsGroup>(
  group: Group,
  typed: Readonly<Record<string, unknown>>,
): Checked<ValuesOf<Group>> {
  const faults: SettingsFault[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(group.fields)) {
    const parsed = field.schema.safeParse(typed[name]);
    values[name] = parsed.data;
    for (const issue of parsed.error?.issues ?? []) {
      const within = issue.path.filter((step) => typeof step !== 'number').join('.');
      // What has no named parts, such as a list of names, is one field of the page.
      const steps = within === '' ? [] : issue.path;
      const path = [pathOf(group.name, name), ...steps].join('.');
      const fault = { field: path, code: ownCode(issue) ?? field.faults[within] ?? INVALID };
      // One thing is said of a value, however many of its rules it breaks.
      if (!faults.some((one) => one.field === path)) faults.push(fault);
    }
  }
  return faults.length > 0 ? { values: null, faults } : { values: values as ValuesOf<Group>, faults: null };
}

/** A rule of a schema that wants its own code gives it as the issue's `params: { code }`. */
function ownCode(issue: { code: string; params?: Record<string, unknown> }): string | undefined {
  const code = issue.code === 'custom' ? issue.params?.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
