import { z } from 'zod';
import type { PageServices } from '#app/load-context.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

const one = z.object({ id: z.string() });

/** What can be done to options in the list. */
export const listActionSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('reorder'), ids: z.array(z.string()).max(1_000) }),
  one.extend({ intent: z.literal('activate') }),
  one.extend({ intent: z.literal('deactivate') }),
  one.extend({ intent: z.literal('duplicate') }),
  one.extend({ intent: z.literal('archive') }),
  one.extend({ intent: z.literal('restore') }),
]);

export type ListAction = z.infer<typeof listActionSchema>;

/** Does it. The answer names what failed by its code. */
export async function actOnList(
  { deliveryOptions }: Pick<PageServices, 'deliveryOptions'>,
  shop: ShopDomain,
  action: ListAction,
) {
  switch (action.intent) {
    case 'reorder':
      return deliveryOptions.reorder(shop, action.ids);
    case 'activate':
      return deliveryOptions.setActive(shop, action.id, true);
    case 'deactivate':
      return deliveryOptions.setActive(shop, action.id, false);
    case 'duplicate':
      return deliveryOptions.duplicate(shop, action.id);
    case 'archive':
      return deliveryOptions.archive(shop, action.id);
    case 'restore':
      return deliveryOptions.restore(shop, action.id);
  }
}
