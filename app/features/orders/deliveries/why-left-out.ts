import type { OrderSettings } from '#app/features/settings/shape.ts';
import { type ItemIdSource, itemIdOf } from '#app/features/shops/index.ts';
import type { OrderCause } from '../shape.ts';
import type { Choice, FulfillmentOrder } from './types.ts';

/** A line of the order, as far as it decides whether it is asked for. */
export interface PlannableLine {
  id: string;
  title: string;
  sku: string | null;
  variantId: string | null;
  isGiftCard: boolean;
}

/** What decides whether a line is OneStock's. */
export interface LineRules extends Pick<OrderSettings, 'keepUnshippable' | 'customLines'> {
  itemIdSource: ItemIdSource;
  /** The lines without which a person decided to send the order, as OneStock had no id for them. */
  without: readonly string[];
}

/** Sold at a till: the goods were handed over there. */
const AT_A_TILL = 'RETAIL';

type LocationRules = Pick<OrderSettings, 'excludedLocations'>;

/** Why a fulfillment order is not OneStock's; null when it is. */
export function whyLeftOut(
  { choice, location }: Pick<FulfillmentOrder, 'choice' | 'location'>,
  { excludedLocations }: LocationRules,
): OrderCause | null {
  if (choice.methodType === AT_A_TILL) return { code: 'sold_at_till' };
  if (location.isOfService) return { code: 'of_another_service', params: { service: location.name } };
  if (location.id !== null && excludedLocations.includes(location.id))
    return { code: 'at_excluded_location', params: { location: location.name } };
  return null;
}

export function isLeftOut(
  { choice, location }: { choice: Choice; location: Omit<FulfillmentOrder['location'], 'name'> },
  rules: LocationRules,
): boolean {
  return whyLeftOut({ choice, location: { ...location, name: '' } }, rules) !== null;
}

/** Why a line is not OneStock's; null when it is. */
export function whyLineLeftOut(
  line: PlannableLine,
  { isShipped }: { isShipped: boolean },
  { keepUnshippable, customLines, itemIdSource, without }: LineRules,
): OrderCause | null {
  const params = { title: line.title };
  if (line.isGiftCard && !keepUnshippable) return { code: 'gift_card_left_out', params };
  const hasNoItem = isCustom(line, itemIdSource);
  if (!isShipped && (!keepUnshippable || hasNoItem)) return { code: 'not_shipped_left_out', params };
  if (hasNoItem && customLines === 'leave_out') return { code: 'custom_line_left_out', params };
  if (without.includes(line.id) && itemIdOf(line, itemIdSource) === null)
    return { code: 'line_left_out', params };
  return null;
}

/** Typed by hand into an order, and no product: nobody can give it an id that OneStock knows. */
export function isCustom(
  line: Pick<PlannableLine, 'variantId' | 'sku'>,
  itemIdSource: ItemIdSource,
): boolean {
  return line.variantId === null && itemIdOf(line, itemIdSource) === null;
}
