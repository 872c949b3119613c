import type { ChosenOption } from './chosen-option.ts';
import type { DeliveryGroup, StoredPromise } from './types.ts';

/**
 * The promise that the window kept by Shopify amounts to, in the shape of OneStock's delivery option: times in Unix seconds. Null when
 * Shopify kept no dates, or no destination to promise them for. A window with one end is that moment.
 */
export function promiseOfWindow(
  { kept, destination }: DeliveryGroup,
  { option, endpointId }: ChosenOption,
): StoredPromise | null {
  const start = kept.window?.min ?? kept.window?.max;
  const end = kept.window?.max ?? kept.window?.min;
  if (!start || !end || !destination) return null;
  return {
    delivery_method: option.deliveryMethod,
    destination: {
      location: {
        country: destination.country,
        ...(destination.zip !== null && { zip_code: destination.zip }),
      },
      ...(endpointId !== null && { endpoint_id: endpointId }),
    },
    eta_start: unixSeconds(start),
    eta_end: unixSeconds(end),
  };
}

function unixSeconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}
