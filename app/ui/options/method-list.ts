import type { PageServices } from '#app/load-context.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { DeliveryMethod } from './fill-form.ts';

/** OneStock's delivery methods, or the code of why they are not there. */
export type MethodList = { isRead: true; methods: DeliveryMethod[] } | { isRead: false; reason: string };

/** For a loader to stream: pages do not wait for OneStock. */
export async function readMethods(
  { oneStockAccounts }: Pick<PageServices, 'oneStockAccounts'>,
  shop: ShopDomain,
): Promise<MethodList> {
  const methods = await oneStockAccounts.deliveryMethods(shop);
  return methods.isOk()
    ? { isRead: true, methods: methods.value }
    : { isRead: false, reason: methods.error.code };
}
