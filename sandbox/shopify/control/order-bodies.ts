import { z } from 'zod';
import { holdReasons } from '../store/fulfillment-types.ts';
import { cancelReasons, restockTypes } from '../store/order-types.ts';
import { lineSchema } from './bodies.ts';

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

/** Body of `POST …/refund`; amounts in hundredths. */
export const refundSchema = z.strictObject({
  lines: z.array(namedPieces.extend({ restockType: z.enum(restockTypes).default('CANCEL') })).default([]),
  shipping: z.number().int().min(0).default(0),
  note: z.string().nullable().default(null),
});

/** Body of `POST …/hold`: a hold of another app, or of the merchant; on some pieces only when `lines` names them. */
export const holdSchema = z.strictObject({
  fulfillmentOrderId,
  app: z.string().default('Another app'),
  handle: z.string().default(''),
  reason: z.enum(holdReasons).default('OTHER'),
  reasonNotes: z.string().nullable().default(null),
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

/** Body of `POST …/open`: a scheduled fulfillment order, or the first that is scheduled. */
export const openSchema = z.strictObject({ fulfillmentOrderId });

/** Body of `POST …/move`: where somebody moves it in the admin. */
export const moveSchema = z.strictObject({
  fulfillmentOrderId,
  locationId: z.string(),
  lines: z.array(namedPieces).optional(),
});
