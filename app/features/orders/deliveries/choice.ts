import { plainText } from '#app/platform/plain-text.ts';
import type { Choice } from './types.ts';

/** Delivery method type of what needs no shipping. */
export const NO_METHOD = 'NONE';

export function isSameChoice(one: Choice, other: Choice): boolean {
  return (
    one.methodType === other.methodType && one.code === other.code && one.locationId === other.locationId
  );
}

/**
 * Whether a fulfillment order may be of a delivery. What was sent when deliveries were not told apart is of the whole order, what needs no
 * shipping comes along with anything, and a rate's code that is not known says nothing.
 */
export function isOfDelivery(choice: Choice, { choice: asked }: { choice: Choice | null }): boolean {
  if (asked === null || asked.methodType === NO_METHOD || choice.methodType === NO_METHOD) return true;
  const isUnknown = asked.code === null || choice.code === null;
  return isSameChoice(isUnknown ? { ...choice, code: asked.code } : choice, asked);
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
