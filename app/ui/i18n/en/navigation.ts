/** The app's entries in the admin's menu. */
export const navigation = {
  home: 'Home',
  options: 'Delivery options',
  checkout: 'Checkout',
  try: 'Try it',
  activity: 'Activity',
  configuration: 'Configuration',
  translations: 'Translations',
  documentation: 'Documentation',
} as const;
