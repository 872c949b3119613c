import { z } from 'zod';
import { sha256Hex } from '#app/platform/crypto/index.ts';

const text = z.union([z.string(), z.number(), z.boolean()]).nullish().catch(null);
const address = z
  .object({
    first_name: text,
    last_name: text,
    company: text,
    address1: text,
    address2: text,
    city: text,
    zip: text,
    province_code: text,
    country_code: text,
    phone: text,
  })
  .nullish()
  .catch(null);

/** Of an order's event, what decides what OneStock is to be told (https://shopify.dev/docs/api/webhooks/latest, `orders/updated`). */
const updatedOrder = z.object({
  id: text,
  cancelled_at: text,
  financial_status: text,
  email: text,
  phone: text,
  shipping_address: address,
  billing_address: address,
  line_items: z
    .array(z.object({ id: text, current_quantity: text, fulfillable_quantity: text }))
    .nullish()
    .catch(null),
});

/**
 * What an event says of an order, as a hash: Shopify tells of every tag and note too, and of what the app wrote itself. The same hash means that
 * nothing changed of what OneStock is told. Null for a body that is no order's.
 */
export function orderDigest(body: unknown): string | null {
  const { data } = updatedOrder.safeParse(body);
  return data ? sha256Hex(JSON.stringify(data)) : null;
}
