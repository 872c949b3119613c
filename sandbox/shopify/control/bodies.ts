import { z } from 'zod';
import { addressShape } from '../address.ts';
import { holdReasons } from '../store/fulfillment-types.ts';
import type { NewOrder } from '../store/new-order.ts';
import { financialStatuses } from '../store/order-types.ts';

export const newShopSchema = z.strictObject({
  domain: z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/),
  name: z.string().optional(),
  currency: z.string().length(3).optional(),
  timezone: z.string().optional(),
  country: z.string().length(2).optional(),
  locales: z.array(z.strictObject({ locale: z.string(), primary: z.boolean() })).optional(),
  plan: z.enum(['Basic', 'Grow', 'Advanced', 'Plus']).optional(),
  carrierCalculatedRates: z.boolean().optional(),
  marketDrivenShipping: z.boolean().optional(),
});

/** Body of `POST /_control/shipping`. */
export const shippingSchema = z.strictObject({ attached: z.boolean() });

export const addressSchema = z.strictObject(addressShape);

const taxLineSchema = z.strictObject({
  title: z.string(),
  rate: z.number().min(0),
  amount: z.number().int().min(0),
});
export const attributeSchema = z.strictObject({ key: z.string(), value: z.string() });
const discountSchema = z.strictObject({
  kind: z.enum(['code', 'automatic', 'manual']).default('code'),
  label: z.string(),
  target: z.enum(['LINE_ITEM', 'SHIPPING_LINE']).default('LINE_ITEM'),
  value: z.union([
    z.strictObject({ percentage: z.number() }),
    z.strictObject({ amount: z.number().int().min(0) }),
  ]),
  allocations: z.array(z.strictObject({ line: z.number().int().min(0), amount: z.number().int().min(0) })),
});
const nullableText = z.string().nullable().default(null);
const chargeSchema = { price: z.number().int().min(0), taxLines: z.array(taxLineSchema).default([]) };
const dutySchema = z.strictObject({
  ...chargeSchema,
  harmonizedSystemCode: z.string().nullable().default(null),
  countryCodeOfOrigin: z.string().length(2).nullable().default(null),
});
/** A hold of another app, or of the merchant. */
export const holdShape = {
  app: z.string().default('Another app'),
  handle: z.string().default(''),
  reason: z.enum(holdReasons).default('OTHER'),
  reasonNotes: z.string().nullable().default(null),
};
const additionalFeeSchema = z.strictObject({ ...chargeSchema, name: z.string() });
export const customerSchema = z.strictObject({
  firstName: nullableText,
  lastName: nullableText,
  email: nullableText,
  phone: nullableText,
});

export const lineSchema = z.strictObject({
  variantId: z.string().optional(),
  sku: z.string().optional(),
  quantity: z.number().int().positive().default(1),
  title: z.string().optional(),
  unitPrice: z.number().int().min(0).optional(),
  requiresShipping: z.boolean().optional(),
  isGiftCard: z.boolean().optional(),
  duties: z.array(dutySchema).optional(),
  taxLines: z.array(taxLineSchema).optional(),
  customAttributes: z.array(attributeSchema).optional(),
});
const shippingLineSchema = z.strictObject({
  title: z.string(),
  code: z.string().nullable().default(null),
  source: z.string().default('shopify'),
  carrierIdentifier: z.string().nullable().default(null),
  price: z.number().int().min(0).default(0),
  taxLines: z.array(taxLineSchema).optional(),
});
const deliverySchema = z.strictObject({
  locationId: z.string(),
  lines: z.array(z.strictObject({ line: z.number().int().min(0), quantity: z.number().int().positive() })),
  deliveryMethod: z.strictObject({
    methodType: z
      .enum(['SHIPPING', 'PICK_UP', 'PICKUP_POINT', 'LOCAL', 'RETAIL', 'NONE'])
      .default('SHIPPING'),
    serviceCode: z.string().nullable().default(null),
    presentedName: z.string().nullable().default(null),
    minDeliveryDateTime: z.coerce.date().nullable().default(null),
    maxDeliveryDateTime: z.coerce.date().nullable().default(null),
  }),
  fulfillAt: z.coerce.date().optional(),
});
const metafieldSchema = z.strictObject({
  namespace: z.string(),
  key: z.string(),
  type: z.string(),
  value: z.string(),
});

/**
 * Body of `POST /_control/orders`: an order placed without a checkout. `shippingLine` is short for one shipping line,
 * `draft` for an order made from a draft, which Shopify marks by its source name. Amounts are hundredths: `tip`, `additionalFees`, and `duties` of a
 * line. `fulfillAt` of a delivery, still to come, schedules it; `fulfilled` hands everything over at once, as at a till; `hold` is of another app, placed as soon as
 * the order is routed.
 */
export const newOrderSchema = z
  .strictObject({
    lines: z.array(lineSchema).min(1),
    address: addressSchema.nullable().default(null),
    shippingLine: shippingLineSchema.optional(),
    shippingLines: z.array(shippingLineSchema).default([]),
    deliveries: z.array(deliverySchema).optional(),
    cartMetafields: z.array(metafieldSchema).optional(),
    discounts: z.array(discountSchema).optional(),
    taxesIncluded: z.boolean().optional(),
    financialStatus: z.enum(financialStatuses).optional(),
    billingAddress: addressSchema.nullable().optional(),
    customer: customerSchema.nullable().optional(),
    note: z.string().nullish(),
    tags: z.array(z.string()).optional(),
    customAttributes: z.array(attributeSchema).optional(),
    phone: z.string().nullish(),
    email: z.string().nullish(),
    locale: z.string().optional(),
    draft: z.boolean().default(false),
    sourceName: z.string().optional(),
    appName: z.string().optional(),
    test: z.boolean().default(false),
    fulfilled: z.boolean().default(false),
    hold: z.strictObject(holdShape).optional(),
    tip: z.number().int().positive().optional(),
    additionalFees: z.array(additionalFeeSchema).optional(),
    dutiesIncluded: z.boolean().optional(),
    createdAt: z.coerce.date().optional(),
  })
  .transform(
    ({ address, shippingLine, shippingLines, draft, test, fulfilled, ...rest }): NewOrder => ({
      ...rest,
      isTest: test,
      isFulfilledAtOnce: fulfilled,
      shippingAddress: address,
      shippingLines: shippingLine ? [shippingLine, ...shippingLines] : shippingLines,
      ...(draft && { sourceName: 'shopify_draft_order' }),
    }),
  );
