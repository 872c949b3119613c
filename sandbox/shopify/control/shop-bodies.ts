import { z } from 'zod';
import { addressShape } from '../address.ts';

/** Body of `POST /_control/locations`: one of the merchant, or with `fulfillmentService` one of another company. */
export const newLocationSchema = z.strictObject({
  name: z.string(),
  address: z.strictObject(addressShape).default({ country: 'FR' }),
  isActive: z.boolean().default(true),
  fulfillmentService: z.strictObject({ handle: z.string(), serviceName: z.string().optional() }).optional(),
});

/** Body of `POST /_control/variants`: a product with one variant. The SKU is kept as it is, spaces included. */
export const newVariantSchema = z.strictObject({
  sku: z.string().nullable(),
  productTitle: z.string().default('Product of a test'),
  title: z.string().default('Default Title'),
  price: z.number().int().min(0).default(1000),
  grams: z.number().int().min(0).default(100),
  requiresShipping: z.boolean().default(true),
  isGiftCard: z.boolean().default(false),
  /** Handle of the service that stocks it. */
  fulfillmentService: z.string().default('manual'),
});

/** Body of `POST /_control/open-scheduled`: everything that is due by then; by now when left out. */
export const openScheduledSchema = z.strictObject({ until: z.coerce.date().optional() });
