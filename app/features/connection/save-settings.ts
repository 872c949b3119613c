import { err, ok, type Result } from 'neverthrow';
import { z } from 'zod';
import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';

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

export interface SettingsRefused {
  code: 'settings_refused' | 'shop_not_installed';
  retryable: false;
  message: string;
}

/** Saves the settings that are given and leaves the others. Rate requests see them at once. */
export async function saveSettings(
  { prisma }: Database,
  shop: ShopDomain,
  settings: Partial<ShopSettings>,
): Promise<Result<void, SettingsRefused>> {
  const parsed = settingsSchema.partial().safeParse(settings);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return err(refused('settings_refused', `The settings were not saved. ${faults.join(' ')}`));
  }
  const { count } = await prisma.$transaction(async (transaction) => {
    const where = { domain: shop, uninstalledAt: null };
    const updated = await transaction.shop.updateMany({ where, data: parsed.data });
    await notifyConfigurationChanged(transaction, shop);
    return updated;
  });
  return count === 1
    ? ok()
    : err(
        refused('shop_not_installed', 'The settings were not saved: the app is not installed in this shop.'),
      );
}

function refused(code: SettingsRefused['code'], message: string): SettingsRefused {
  return { code, retryable: false, message };
}
