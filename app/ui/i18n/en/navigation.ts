/** The app's entries in the admin's menu. */
export const navigation = {
  home: 'Home',
  options: 'Delivery options',
  checkout: 'Checkout',
  try: 'Try it',
  orders: 'Orders',
  activity: 'Activity',
  configuration: 'Configuration',
  translations: 'Translations',
  documentation: 'Documentation',
} as const;
