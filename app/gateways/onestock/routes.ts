/**
 * What a policy of OneStock's can allow or refuse an API user, by the names that policies use. These are the resources that the
 * policy of the official connector lists
 * (https://onestock.atlassian.net/wiki/pages/viewpage.action?navigatingVersions=true&pageId=797835280).
 */
export const RESOURCES = [
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

export type Resource = (typeof RESOURCES)[number];
