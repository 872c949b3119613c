import type { Shop } from '#app/features/shops/index.ts';
import type { PreviewVariant } from './read-variants.ts';
import type { PreviewLine, RatePreview } from './types.ts';

/** A line, and the variant that Shopify has for it. */
export interface BasketLine {
  line: PreviewLine;
  variant: PreviewVariant | null;
}

/**
 * The JSON that Shopify would send for the preview: from the shop's main stock, for a guest, without a name and a street. What was typed
 * counts before what the variant says. Fields are those of https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService,
 * completed by https://community.shopify.dev/t/carrier-service-cart-payload-always-returns-stores-base-currency/32571
 */
export function rateBody(
  shop: Pick<Shop, 'name' | 'mainOrigin'>,
  { destination, locale }: Pick<RatePreview, 'destination' | 'locale'>,
  basket: readonly BasketLine[],
  currency: string,
): { rate: Record<string, unknown> } {
  const items = basket.map((each) => itemOf(each, shop));
  const subtotal = items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const { mainOrigin } = shop;
  return {
    rate: {
      origin: addressOf({
        country: mainOrigin?.country ?? null,
        zip: mainOrigin?.zip ?? null,
        city: mainOrigin?.city ?? null,
        region: null,
        latitude: null,
        longitude: null,
        company: shop.name,
      }),
      destination: addressOf({ ...destination, company: null }),
      items,
      currency,
      locale,
      order_totals: { subtotal_price: subtotal, total_price: subtotal, discount_amount: 0 },
      customer: null,
    },
  };
}

function itemOf({ line, variant }: BasketLine, shop: Pick<Shop, 'name'>) {
  const sku = line.sku ?? variant?.sku ?? null;
  return {
    name: variant?.name ?? sku ?? '',
    sku,
    quantity: line.quantity,
    grams: line.grams ?? variant?.grams ?? 0,
    price: line.unitPrice ?? variant?.unitPrice ?? 0,
    vendor: shop.name,
    requires_shipping: variant?.requiresShipping ?? true,
    taxable: true,
    // Any other name than this one will do (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService).
    fulfillment_service: line.kind === 'other_service' ? 'another-service' : 'manual',
    properties: null,
    product_id: numberOf(variant?.productId),
    variant_id: numberOf(variant?.id ?? line.variantId),
  };
}

function addressOf(
  place: Omit<RatePreview['destination'], 'country'> & { country: string | null; company: string | null },
) {
  return {
    country: place.country,
    postal_code: place.zip,
    province: place.region,
    city: place.city,
    name: null,
    address1: null,
    address2: null,
    address3: null,
    phone: null,
    fax: null,
    email: null,
    address_type: null,
    company_name: place.company,
    latitude: place.latitude,
    longitude: place.longitude,
  };
}

/** The number at the end of a global id. */
function numberOf(id: string | null | undefined): number | null {
  const digits = /\/(\d+)$/.exec(id ?? '')?.[1];
  return digits ? Number(digits) : null;
}
