import { createHmac } from 'node:crypto';
import type { ReadyFacts } from '#sandbox/start.ts';
import type { WireRequest } from './load.ts';

const ADDRESSES = [
  { country: 'FR', postal_code: '31000', city: 'Toulouse', latitude: 43.6045, longitude: 1.444 },
  { country: 'FR', postal_code: '75004', city: 'Paris', latitude: 48.8566, longitude: 2.3522 },
  { country: 'DE', postal_code: '10115', city: 'Berlin', latitude: 52.52, longitude: 13.405 },
];

/** A signed rate request: ten lines (SKUs that OneStock has in stock), and a basket that the number tells from others. */
export function wireRequest(ready: ReadyFacts, number: number, shopper = 'Camille Martin'): WireRequest {
  const items = Array.from({ length: 10 }, (_, index) => {
    // 49 SKUs in stock, then one that is not: the quantities make the baskets distinct.
    const sku = (index * 5 + 1) % 49;
    const digit = Math.floor(number / 6 ** index) % 6;
    return {
      name: `Item ${sku}`,
      sku: `SKU-${String(sku).padStart(3, '0')}`,
      quantity: 1 + digit,
      grams: 300,
      price: 1990,
      vendor: 'Sandbox Fashion',
      requires_shipping: true,
      taxable: true,
      fulfillment_service: 'manual',
      properties: null,
      product_id: 7_000_000 + sku,
      variant_id: 8_000_000 + sku,
    };
  });
  const total = items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const address = ADDRESSES[Math.floor(number / 6 ** 10) % ADDRESSES.length];
  const rate = {
    origin: {
      country: 'FR',
      postal_code: '75011',
      province: null,
      city: 'Paris',
      company_name: 'Sandbox Fashion',
    },
    destination: { ...address, name: shopper, address1: '1 place du Capitole' },
    items,
    currency: 'EUR',
    locale: 'fr',
    order_totals: { subtotal_price: total, total_price: total, discount_amount: 0 },
    customer: null,
  };
  return overTheWire(ready, JSON.stringify({ rate }));
}

function overTheWire({ shop, apiSecret, carrierCallbackUrl }: ReadyFacts, body: string): WireRequest {
  const signature = createHmac('sha256', apiSecret).update(body).digest('base64');
  const head = [
    `POST ${new URL(carrierCallbackUrl).pathname} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `X-Shopify-Shop-Domain: ${shop}`,
    `X-Shopify-Hmac-Sha256: ${signature}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ].join('\r\n');
  return Buffer.from(`${head}\r\n\r\n${body}`);
}
