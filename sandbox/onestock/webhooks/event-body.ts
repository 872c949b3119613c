import { toRanges } from '../orders/ranges.ts';
import { siteName } from '../orders/state-names.ts';
import type { Change, Order } from '../orders/types.ts';
import type { Settings } from '../settings.ts';

/**
 * The body of an event. `order_id`, `date`, `old_state` and `new_state` at the root are what the receiver of
 * https://github.com/OneStock-Retail/onestock-magento-connector takes; the rest is inferred.
 * @param time Unix seconds
 */
export function eventBody({ id }: Order, change: Change, settings: Settings, time: number): string {
  return JSON.stringify({
    ...(settings.eventsNameTopic && { topic: change.topic }),
    order_id: id,
    date: time,
    ...statesOf(change, settings),
    ...(settings.eventsNameEntity && entityOf(change)),
  });
}

function statesOf(change: Change, settings: Settings): { old_state: string; new_state: string } {
  switch (change.topic) {
    case 'order_state_changed':
      return {
        old_state: siteName(settings, 'order', change.from),
        new_state: siteName(settings, 'order', change.to),
      };
    case 'parcel_state_changed':
      return {
        old_state: siteName(settings, 'parcel', change.from),
        new_state: siteName(settings, 'parcel', change.to),
      };
    case 'line_item_group_state_changed':
      return {
        old_state: siteName(settings, 'group', change.from),
        new_state: siteName(settings, 'group', change.to),
      };
  }
}

function entityOf(change: Change): Record<string, unknown> {
  switch (change.topic) {
    case 'order_state_changed':
      return {};
    case 'parcel_state_changed':
      return { parcel_id: change.parcelId };
    case 'line_item_group_state_changed':
      return {
        line_item_group_id: change.groupId,
        item_id: change.itemId,
        index_ranges: toRanges(change.indexes),
        quantity: change.indexes.length,
      };
  }
}
