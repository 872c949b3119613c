import type { DeliveryOption } from '#app/features/delivery-options/index.ts';

/** What a rate's code says that the shopper chose. */
export interface ChosenOption {
  option: DeliveryOption;
  /** The store of a collection; null for home delivery. */
  endpointId: string | null;
}

/**
 * The delivery option that a rate's code names: the option's handle, and for a collection `handle:endpoint_id`. Null for a code that is
 * not this app's, such as another carrier's.
 */
export function chosenOption(code: string, options: readonly DeliveryOption[]): ChosenOption | null {
  const colon = code.indexOf(':');
  const handle = colon < 0 ? code : code.slice(0, colon);
  const endpointId = colon < 0 ? null : code.slice(colon + 1);
  const option = options.find((each) => each.handle === handle);
  if (!option) return null;
  const namesItsStore = endpointId !== null && endpointId !== '';
  return namesItsStore === (option.kind === 'collect') ? { option, endpointId: endpointId || null } : null;
}
