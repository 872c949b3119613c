export const attach = {
  title: 'Checkout',
} as const;
