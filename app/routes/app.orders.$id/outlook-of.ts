import type { OrderStory } from '#app/features/orders/index.ts';
import { waitsOf } from '#app/ui/orders/waits.ts';

/** What of an order may still come: parcels, once it is in OneStock or as it is there; nothing of one that is over or is not to be sent. */
export function outlookOf({
  state,
  export: exported,
}: Pick<OrderStory, 'state' | 'export'>): 'beforeSent' | 'awaited' | 'over' {
  switch (state) {
    case 'waiting':
      return 'beforeSent';
    case 'exported':
      return 'awaited';
    case 'needs_attention':
      return exported?.exportedAt ? 'awaited' : 'beforeSent';
    case 'closed':
      return waitsOf(exported?.causes).length > 0 ? 'awaited' : 'over';
    case 'cancelled':
    case 'left_out':
    case 'not_sent':
      return 'over';
  }
}
