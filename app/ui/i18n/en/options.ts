export const options = {
  title: 'Delivery options',
} as const;
