import type { AccountStatus } from '#app/features/onestock-account/index.ts';
import type { ConfigurationValues } from './values.ts';

/** What is known of the connection as it is saved. */
export interface ConnectionFacts extends Omit<AccountStatus, 'checkedAt'> {
  /** ISO 8601. */
  checkedAt: string | null;
}

/** A delivery option of ours, by what shoppers call it. */
export interface OptionName {
  handle: string;
  name: string;
}

/** What the page shows at once. */
export interface ConfigurationFacts {
  values: ConfigurationValues;
  /** When these were saved, ISO 8601; null before that. */
  savedAt: string | null;
  connection: ConnectionFacts;
  /** The paths of the secrets that are stored; they are never given back. */
  keptSecrets: string[];
  options: OptionName[];
  /** The names of the endpoints that are saved, by id; those that OneStock does not have any more are not in it. */
  endpointNames: Record<string, string>;
}
