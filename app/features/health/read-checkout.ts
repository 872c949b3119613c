import type { DeliveryOption, PriceRule } from '#app/features/delivery-options/index.ts';
import type { Cause } from '#app/platform/cause.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { HealthDependencies } from './dependencies.ts';
import { readOnlineLocations } from './online-locations.ts';
import { readSetup } from './read-setup.ts';
import type { CheckoutHealth, Origins, Readable } from './types.ts';

/** Asks Shopify for what only it knows of the checkout. What it does not answer is missing by itself. */
export async function readCheckout(
  dependencies: HealthDependencies,
  shop: ShopDomain,
): Promise<CheckoutHealth> {
  const [attached, origins] = await Promise.all([
    dependencies.carrierService.checkAttachment(shop),
    readOrigins(dependencies, shop),
  ]);
  const attachment = attached.match(known, unknown);
  return { setup: await readSetup(dependencies, shop, attachment), attachment, origins };
}

/**
 * Shopify asks for rates for every location that an order ships from, and adds up those of the same name
 * (https://help.shopify.com/en/manual/fulfillment/setup/shipping-profiles/combined-shipping-rates).
 */
async function readOrigins(dependencies: HealthDependencies, shop: ShopDomain): Promise<Readable<Origins>> {
  const [locations, options] = await Promise.all([
    readOnlineLocations(dependencies.adminClients, shop),
    dependencies.deliveryOptions.list(shop),
  ]);
  return locations
    .map(
      (names): Origins => ({
        locations: names,
        chargedRepeatedly: names.length > 1 ? options.filter(addsUp).map(({ handle }) => handle) : [],
      }),
    )
    .match(known, unknown);
}

function addsUp({ active, chargeOnce, price }: DeliveryOption): boolean {
  return active && !chargeOnce && !isAlwaysFree(price);
}

function isAlwaysFree(price: PriceRule): boolean {
  if (price.kind === 'fixed') return price.amount === 0;
  return price.kind === 'tiers' && price.tiers.every(({ amount }) => amount === 0);
}

function known<Answer>(answer: Answer): Readable<Answer> {
  return { isKnown: true, answer };
}

function unknown({ code, params }: Cause): Readable<never> {
  return { isKnown: false, code, ...(params && { params }) };
}
