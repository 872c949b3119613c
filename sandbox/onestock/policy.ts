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

/**
 * Refuses a call on a resource that the policy of the API user withholds, or answers null. Inferred: status and body, of which nothing is
 * public; `policyRefusalStatus` switches to the other status that is likely.
 */
export function refuseByPolicy({ segments: [resource] }: Call, { control }: Site): Answer | null {
  const { refusedResources, policyRefusalStatus } = control.settings;
  if (!refusedResources.some((refused) => refused === resource)) return null;
  return refuse(policyRefusalStatus, policyRefusalStatus === 403 ? 'forbidden' : 'auth_error');
}
