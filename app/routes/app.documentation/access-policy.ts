/**
 * What OneStock's own connector for Shopify asks to be allowed
 * (https://onestock.atlassian.net/wiki/pages/viewpage.action?navigatingVersions=true&pageId=797835280), and the groups of an order, by which
 * a cancelled one is taken out. That this resource has a name of its own is inferred from its address.
 */
const RESOURCES = [
  'orders<.*>',
  'line_item_groups<.*>',
  'line_items<.*>',
  'parcels<.*>',
  'pieces<.*>',
  'check',
  'configurations<.*>',
  'delivery_configs',
  'delivery_promises',
  'items',
  'translators',
  'requests<.*>',
  'sales_channels',
  'webhooks<.*>',
  'rulesets',
  'ruleset_chainings<.*>',
  'endpoints',
  'stock_export',
];

/** The resources that this version of the app asks OneStock for. */
export const USED_RESOURCES = [
  'check',
  'delivery_promises',
  'endpoints',
  'delivery_configs',
  'sales_channels',
  'ruleset_chainings',
  'orders',
  'line_item_groups',
  'webhooks',
] as const;

/** Who the policy is for while the shop has no API user. */
const SAMPLE_USER = 'api_user';

/** The access policy of OneStock to be pasted into its back office. */
export function accessPolicy(userId: string | null): string {
  const policy = {
    description: 'Shopify app: OneStock Promise',
    effect: 'allow',
    actions: ['GET', 'POST', 'PATCH', 'DELETE'],
    resources: RESOURCES,
    subjects: [userId ?? SAMPLE_USER],
  };
  return JSON.stringify({ policies: [policy] }, null, 2);
}
