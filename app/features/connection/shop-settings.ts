import { z } from 'zod';

/**
 * How the shop's rate requests are answered. The soft deadline may not come near the 500 ms within which Shopify wants 95 of 100
 * answers (https://shopify.dev/docs/apps/launch/built-for-shopify/requirements).
 */
export const settingsSchema = z.strictObject({
  itemIdSource: z.enum(['sku', 'variant_id']),
  softDeadlineMs: z.int().min(50).max(450),
  promiseLifeSeconds: z.int().min(0).max(3600),
  signatureMode: z.enum(['require', 'report']),
});

export type ShopSettings = z.infer<typeof settingsSchema>;
