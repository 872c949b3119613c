import { z } from 'zod';

const backupRate = z.strictObject({
  title: z.string().min(1),
  code: z.string().min(1),
  description: z.string().default(''),
  /** Subunits of the shop's currency. */
  price: z.number().int().min(0),
});

/** What the control door changes in the checkout. */
export const checkoutSettings = {
  /**
   * Whether the merchant has added the registered carrier services to the shop's shipping zones. Since API 2026-10 registering one does
   * not (https://shopify.dev/changelog/carrier-services-will-no-longer-be-automatically-added-to-the-default-shipping-profile): false
   * shows what shoppers see until the merchant acts.
   */
  carriersAtCheckout: z.boolean().default(true),
  /** How many times faster than real time the carrier's time limits pass; `X-Shopify-Timeout` names what is left of them. */
  carrierTimeScale: z.number().positive().default(1),
  /** Whether one faulty rate makes the carrier's whole answer a bad one; if not, that rate alone is left out. */
  refuseFaultyRates: z.boolean().default(true),
  /**
   * What the buyer may choose when the carrier fails. Shopify computes its own by default, and does not say how; a merchant may name
   * others (https://help.shopify.com/en/manual/shipping/setting-up-and-managing-your-shipping/backup-rates). Name and price are ours.
   */
  backupRates: z
    .array(backupRate)
    .default([{ title: 'Backup shipping', code: 'backup-shipping', description: '', price: 990 }]),
};

export type CheckoutSettings = z.infer<z.ZodObject<typeof checkoutSettings>>;
