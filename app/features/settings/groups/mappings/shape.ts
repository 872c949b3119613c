import { z } from 'zod';
import { formRows, formText, special } from '../../field/shape.ts';
import { settingsGroup } from '../../group/shape.ts';

const id = z.string().trim().min(1).max(200);

const rulesets = z
  .array(
    z.object({
      source: z.enum(['option', 'rate']),
      key: z.string().trim().min(1).max(255),
      rulesetChainingId: id,
    }),
  )
  .max(2_000);

const locations = z
  .array(
    z.object({
      /** Shopify's global id. */
      locationId: z.string().regex(/^gid:\/\/shopify\/Location\/\d+$/),
      endpointId: id,
    }),
  )
  .max(2_000);

/** The ruleset chaining for orders with one of our delivery options (`option`, by handle), or another rate (`rate`, by name). */
export type RulesetMapping = z.infer<typeof rulesets>[number];

/** The OneStock endpoint that a Shopify location is. */
export type LocationMapping = z.infer<typeof locations>[number];

/** What of Shopify is what in OneStock. */
export const MAPPINGS = settingsGroup('mappings', {
  rulesets: special(
    { section: 'rulesets' },
    {
      default: [],
      schema: rulesets,
      formSchema: formRows(
        z.object({ source: z.enum(['option', 'rate']), key: formText, rulesetChainingId: formText }),
      ),
      toForm: sortedRulesets,
      fromForm: (form) => form,
      faults: {},
    },
  ),
  locations: special(
    { section: 'locations' },
    {
      default: [],
      schema: locations,
      formSchema: formRows(z.object({ locationId: formText, endpointId: formText })),
      toForm: sortedLocations,
      fromForm: (form) => form,
      faults: {},
    },
  ),
});

/** In one order, so that a choice taken back leaves nothing to save. */
export function sortedRulesets(mappings: readonly RulesetMapping[]): RulesetMapping[] {
  return mappings.toSorted((one, other) =>
    `${one.source} ${one.key}`.localeCompare(`${other.source} ${other.key}`),
  );
}

/** See {@link sortedRulesets}. */
export function sortedLocations(mappings: readonly LocationMapping[]): LocationMapping[] {
  return mappings.toSorted((one, other) => one.locationId.localeCompare(other.locationId));
}
