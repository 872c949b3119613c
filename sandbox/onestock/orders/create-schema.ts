import { z } from 'zod';

/** Beyond this an order is a mistake of whoever sent it, and no test of anything. */
const mostUnits = 10_000;

const freeObject = z.record(z.string(), z.unknown());

const orderItemSchema = z.looseObject({
  id: z.string().optional(),
  item_id: z.string(),
  quantity: z.int().positive().max(mostUnits),
  pricing_details: freeObject.optional(),
  information: freeObject.optional(),
});

/**
 * The body of an order's creation: what its clients hold to be required (https://github.com/inviqa/onestock-api-client), and whatever else.
 * Dates are Unix seconds.
 */
export const newOrderSchema = z.object({
  parent_order_id: z.string().optional(),
  order: z.looseObject({
    id: z.string().min(1),
    parent_order_id: z.string().optional(),
    types: z.array(z.string()).min(1),
    sales_channel: z.string(),
    date: z.int().optional(),
    customer: freeObject.optional(),
    delivery: z
      .looseObject({ destination: z.looseObject({ endpoint_id: z.string().optional() }).optional() })
      .optional(),
    delivery_promise: z.looseObject({ sent_delivery_option: freeObject.optional() }).optional(),
    information: freeObject.optional(),
    pricing_details: z.looseObject({ currency: z.string(), price: z.number() }),
    order_items: z
      .array(orderItemSchema)
      .min(1)
      .refine((items) => {
        const ids = items.flatMap(({ id }) => id ?? []);
        return new Set(ids).size === ids.length;
      }, 'two order items have one id'),
  }),
});

export type NewOrder = z.infer<typeof newOrderSchema>['order'];
