import { plainText } from '#app/platform/plain-text.ts';
import type { Choice } from './types.ts';

export function isSameChoice(one: Choice, other: Choice): boolean {
  return (
    one.methodType === other.methodType && one.code === other.code && one.locationId === other.locationId
  );
}

/** Whether a fulfillment order is of a delivery. What was sent when deliveries were not told apart is of the whole order. */
export function isOfDelivery(choice: Choice, delivery: { choice: Choice | null }): boolean {
  return delivery.choice === null || isSameChoice(delivery.choice, choice);
}

/** The choice that a fulfillment order is of, by what Shopify tells of it. */
export function choiceOf(
  deliveryMethod: { methodType: string; serviceCode: string | null } | null,
  locationId: string | null,
  onlyRate: string | null,
): Choice {
  const methodType = deliveryMethod?.methodType ?? 'SHIPPING';
  return {
    methodType,
    // That the rate's `service_code` arrives here is inferred (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryMethod).
    code: methodType === 'SHIPPING' ? plainCode(deliveryMethod?.serviceCode ?? onlyRate) : null,
    locationId: methodType === 'PICK_UP' ? locationId : null,
  };
}

function plainCode(code: string | null): string | null {
  return code && plainText(code);
}

/** The code of an order's only rate, which ships what names none. */
export function onlyRateOf(shippingLines: readonly { code: string | null }[]): string | null {
  return shippingLines.length === 1 ? (shippingLines[0]?.code ?? null) : null;
}
