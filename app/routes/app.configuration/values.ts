import type { SettingsForm } from '#app/features/settings/shape.ts';
import type { Editing } from '#app/ui/form/use-editing.ts';

/** The settings as the page edits them. */
export type ConfigurationValues = SettingsForm & {
  /** Of the settings that are edited. */
  version: number;
};

/** What edits settings, be it one field or a whole card. */
export interface EditsSettings {
  editing: Editing<ConfigurationValues>;
}
