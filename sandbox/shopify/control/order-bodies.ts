import { z } from 'zod';
import { cancelReasons, restockTypes, returnReasons } from '../store/order-types.ts';
import { addressSchema, attributeSchema, customerSchema, holdShape, lineSchema } from './bodies.ts';

/** Names a line of the order: by its SKU, the first line that has it, or by its id, global or numeric. */
const lineName = {
  sku: z.string().optional(),
  lineId: z.union([z.string(), z.number()]).optional(),
};
const namedPieces = z.strictObject({ ...lineName, quantity: z.number().int().positive() });
const fulfillmentOrderId = z.union([z.string(), z.number()]).optional();

/** Body of `POST …/cancel`. */
export const cancelSchema = z.strictObject({
  reason: z.enum(cancelReasons).default('CUSTOMER'),
  refund: z.boolean().default(false),
});

/**
 * Body of `POST …/edit`: what lines are to count, and lines to add. Without `marksEdited` nothing tells of it but `orders/updated`, and `edited` stays.
 */
export const editSchema = z.strictObject({
  quantities: z.array(z.strictObject({ ...lineName, quantity: z.number().int().min(0) })).default([]),
  additions: z.array(lineSchema).default([]),
  note: z.string().nullable().default(null),
  marksEdited: z.boolean().default(true),
});

/** Body of `POST …/change`: what is named replaces what was there, as a whole. */
export const changeSchema = z.strictObject({
  shippingAddress: addressSchema.nullable().optional(),
  billingAddress: addressSchema.nullable().optional(),
  email: z.string().nullable().optional(),
  phone: z.string().nullable().optional(),
  note: z.string().nullable().optional(),
  tags: z.array(z.string()).optional(),
  customAttributes: z.array(attributeSchema).optional(),
  customer: customerSchema.optional(),
});

/** Body of `POST …/refund`; amounts in hundredths. */
export const refundSchema = z.strictObject({
  lines: z.array(namedPieces.extend({ restockType: z.enum(restockTypes).default('CANCEL') })).default([]),
  shipping: z.number().int().min(0).default(0),
  note: z.string().nullable().default(null),
});

/** Body of `POST …/hold`: a hold of another app, or of the merchant; on some pieces only when `lines` names them. */
export const holdSchema = z.strictObject({
  fulfillmentOrderId,
  ...holdShape,
  lines: z.array(namedPieces).optional(),
});

/** Body of `POST …/release`: every hold, or one of them. */
export const releaseSchema = z.strictObject({ fulfillmentOrderId, holdId: z.string().optional() });

/** Body of `POST …/fulfill`: what somebody fulfils in the admin. */
export const fulfillSchema = z.strictObject({
  fulfillmentOrderId,
  lines: z.array(namedPieces).optional(),
  tracking: z
    .strictObject({
      company: z.string().optional(),
      number: z.string().optional(),
      url: z.string().optional(),
    })
    .optional(),
});

/**
 * Body of `POST …/open`, which opens a scheduled fulfillment order, the first when none is named, as if its time had come; and of
 * `POST …/cancel-fulfillment-order`.
 */
export const fulfillmentOrderSchema = z.strictObject({ fulfillmentOrderId });

/** Body of `POST …/move`: where somebody moves it in the admin. */
export const moveSchema = z.strictObject({
  fulfillmentOrderId,
  locationId: z.string(),
  lines: z.array(namedPieces).optional(),
});

/** Body of `POST …/split`: the pieces that get a fulfillment order of their own. */
export const splitSchema = z.strictObject({ fulfillmentOrderId, lines: z.array(namedPieces).min(1) });

/** Body of `POST …/merge`: two or more; all that are open when none is named. */
export const mergeSchema = z.strictObject({
  fulfillmentOrderIds: z.array(z.union([z.string(), z.number()])).optional(),
});

/** Body of `POST …/cancel-fulfillment`: a fulfillment, or the last that is not cancelled. */
export const cancelFulfillmentSchema = z.strictObject({
  fulfillmentId: z.union([z.string(), z.number()]).optional(),
});

/** Body of `POST …/return`: fulfilled pieces that come back, and lines that are sent for them. */
export const returnSchema = z.strictObject({
  lines: z
    .array(
      namedPieces.extend({
        reason: z.enum(returnReasons).default('UNWANTED'),
        note: z.string().default(''),
      }),
    )
    .min(1),
  exchange: z.array(lineSchema).default([]),
});

const returnId = z.union([z.string(), z.number()]).optional();

/** Body of `POST …/close-return` and `…/cancel-return`: a return, or the last that is open. */
export const returnNameSchema = z.strictObject({ returnId });

/** Body of `POST …/process-return`: its pieces have come in, and are refunded or not. */
export const processReturnSchema = z.strictObject({ returnId, refund: z.boolean().default(false) });
