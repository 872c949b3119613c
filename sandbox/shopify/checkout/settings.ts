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
   * What the services that a merchant ticked or unticked are known by: the rate's `service_name` or its `service_code`. Shopify documents a
   * name, and not whose; the first is inferred.
   */
  participantServicesBy: z.enum(['name', 'code']).default('name'),
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
