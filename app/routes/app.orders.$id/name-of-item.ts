import type { ItemView } from '#app/features/orders/index.ts';

/** What the merchant calls an item; its id in OneStock where that was not kept. */
export function nameOfItem({ title, itemId }: Pick<ItemView, 'title' | 'itemId'>): string {
  return title ?? itemId;
}
