import { z } from 'zod';
import type { JsonObject } from '../call.ts';
import type { Order } from './types.ts';

const freeObject = z.record(z.string(), z.unknown());

/** What of an order can be changed: public code under https://github.com/mbousquet-onestock */
export const orderPatchSchema = z.object({
  from: z.string().optional(),
  to: z.string().optional(),
  customer: freeObject.optional(),
  delivery: z
    .looseObject({ destination: z.looseObject({ address: freeObject.optional() }).optional() })
    .optional(),
  information: freeObject.optional(),
  sign_on_collect: z.boolean().optional(),
});

type OrderPatch = Omit<z.infer<typeof orderPatchSchema>, 'from' | 'to'>;

/** Takes over what a patch names, and leaves the rest. Information is merged, and so, inferred, are the customer and the address. */
export function patchOrder(order: Order, patch: OrderPatch, time: number): void {
  const { customer, delivery, information, sign_on_collect } = patch;
  const { rest } = order;
  if (information) rest.information = { ...(rest.information as JsonObject), ...information };
  if (customer) rest.customer = { ...(rest.customer as JsonObject), ...customer };
  if (sign_on_collect !== undefined) rest.sign_on_collect = sign_on_collect;
  const address = delivery?.destination?.address;
  if (address) {
    const known = rest.delivery as { destination?: { address?: JsonObject } } | undefined;
    const destination = { ...known?.destination, address: { ...known?.destination?.address, ...address } };
    rest.delivery = { ...known, destination };
  }
  order.lastUpdate = time;
}
