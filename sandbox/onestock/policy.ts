import { type Answer, refuse } from './answer.ts';
import type { Call } from './call.ts';
import type { Site } from './site.ts';

/**
 * What a policy can name: the resources that the official connector's policy lists
 * (https://onestock.atlassian.net/wiki/pages/viewpage.action?navigatingVersions=true&pageId=797835280). `login` is not among them.
 */
export const policyResources = [
  'orders',
  'line_items',
  'parcels',
  'pieces',
  'check',
  'configurations',
  'delivery_configs',
  'delivery_promises',
  'items',
  'translators',
  'requests',
  'sales_channels',
  'webhooks',
  'rulesets',
  'ruleset_chainings',
  'endpoints',
  'stock_export',
] as const;

/** Resources that such a policy does not name, and, inferred, the name that stands for them. */
const unnamedResources: Readonly<Record<string, string>> = {
  line_item_groups: 'line_items',
  search_orders: 'orders',
};

/**
 * Refuses a call on a resource that the policy of the API user withholds, or answers null. Inferred: status and body, of which nothing is
 * public; `policyRefusalStatus` switches to the other status that is likely.
 */
export function refuseByPolicy({ segments: [resource = ''] }: Call, { control }: Site): Answer | null {
  const { refusedResources, policyToTheLetter, policyRefusalStatus } = control.settings;
  const name = unnamedResources[resource] ?? resource;
  const isWithheld = policyToTheLetter && resource in unnamedResources;
  if (!isWithheld && !refusedResources.some((refused) => refused === name)) return null;
  return refuse(policyRefusalStatus, policyRefusalStatus === 403 ? 'forbidden' : 'auth_error');
}
