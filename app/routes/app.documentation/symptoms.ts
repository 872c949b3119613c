/** Where a symptom can come from, the likeliest cause first, and the page that shows it. Texts: `symptoms.<name>` of `documentation`. */
export const SYMPTOMS = [
  {
    name: 'noRates',
    anchor: 'no-rates',
    causes: [
      { name: 'notAttached', page: 'checkout' },
      { name: 'rules', page: 'try' },
      { name: 'hidden', page: 'activity' },
      { name: 'plan', page: 'home' },
    ],
  },
  {
    name: 'noDates',
    anchor: 'no-dates',
    causes: [
      { name: 'late', page: 'activity' },
      { name: 'items', page: 'try' },
      { name: 'others', page: 'configuration' },
      { name: 'fallbackOnly', page: 'options' },
    ],
  },
  {
    name: 'price',
    anchor: 'wrong-price',
    causes: [
      { name: 'tiers', page: 'try' },
      { name: 'currency', page: 'home' },
      { name: 'cost', page: 'options' },
    ],
  },
  {
    name: 'doubled',
    anchor: 'doubled-price',
    causes: [
      { name: 'chargeOnce', page: 'options' },
      { name: 'mainOrigin', page: 'activity' },
    ],
  },
  {
    name: 'single',
    anchor: 'one-option',
    causes: [
      { name: 'sameName', page: 'options' },
      { name: 'refused', page: 'try' },
    ],
  },
  {
    name: 'stores',
    anchor: 'no-stores',
    causes: [
      { name: 'radius', page: 'options' },
      { name: 'mirror', page: 'configuration' },
      { name: 'status', page: 'try' },
    ],
  },
  {
    name: 'order',
    anchor: 'no-promise-on-order',
    causes: [
      { name: 'source', page: 'activity' },
      { name: 'waiting', page: 'activity' },
      { name: 'definition', page: 'home' },
    ],
  },
  {
    name: 'notSent',
    anchor: 'order-not-in-onestock',
    causes: [
      { name: 'off', page: 'configuration' },
      { name: 'refused', page: 'orders' },
      { name: 'unpaid', page: 'orders' },
    ],
  },
  {
    name: 'notFulfilled',
    anchor: 'parcel-not-fulfilled',
    causes: [
      { name: 'state', page: 'configuration' },
      { name: 'blocked', page: 'orders' },
    ],
  },
  {
    name: 'language',
    anchor: 'wrong-language',
    causes: [{ name: 'missing', page: 'translations' }],
  },
  {
    name: 'unchanged',
    anchor: 'old-rates',
    causes: [{ name: 'kept', page: 'try' }],
  },
  {
    name: 'refusal',
    anchor: 'onestock-refuses',
    causes: [
      { name: 'policy', page: 'configuration' },
      { name: 'password', page: 'configuration' },
    ],
  },
] as const;

export type Symptom = (typeof SYMPTOMS)[number];
export type PageName = Symptom['causes'][number]['page'];

export const PAGE_ADDRESSES: Record<PageName, string> = {
  home: '/app',
  options: '/app/options',
  checkout: '/app/checkout',
  try: '/app/try',
  activity: '/app/activity',
  orders: '/app/orders',
  configuration: '/app/configuration',
  translations: '/app/translations',
};
