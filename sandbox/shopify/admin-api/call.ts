import { GraphQLError } from 'graphql';
import type { Settings } from '../control/settings.ts';
import type { Store } from '../store/store.ts';
import type { Grant } from '../tokens/access-tokens.ts';
import type { AccessRules } from './access.ts';

/** One GraphQL call: whose it is, and what it may do. The context of every resolver. */
export interface Call {
  store: Store;
  grant: Grant;
  access: AccessRules;
  settings: Settings;
}

/**
 * An object of the API as the simulator shows it: a value, or a function of the field's arguments, for each field
 * that it models. A field of the schema that is missing here is refused by name. `__typename` is needed where the
 * schema leaves the type open.
 */
export interface Presented {
  readonly [field: string]: unknown;
}

/** The answer to what is valid in Shopify's schema but unknown to the simulator: said aloud, never made up. */
export function notModelled(what: string): GraphQLError {
  return new GraphQLError(`The sandbox does not model ${what}.`, {
    extensions: { code: 'SANDBOX_NOT_MODELLED' },
  });
}
