import { kindOf } from '../../store/ids.ts';
import type { Order } from '../../store/types.ts';
import { allowsAny } from '../../tokens/access-tokens.ts';
import { accessDenied } from '../access.ts';
import { type Call, notModelled, type Presented } from '../call.ts';
import { presentCarrierService } from './carrier-service.ts';
import { presentDeliveryProfile } from './delivery-profile.ts';
import { presentFulfillment } from './fulfillment.ts';
import { presentFulfillmentOrder, visibleFulfillmentOrders } from './fulfillment-order.ts';
import { presentLocation } from './location.ts';
import { presentMarket } from './market.ts';
import { presentDefinition } from './metafield.ts';
import { presentOrder } from './order.ts';
import { presentLineItem } from './order-lines.ts';
import { presentProduct, presentVariant } from './product.ts';
import { presentRefund } from './refund.ts';
import { presentReturn } from './return.ts';
import { presentShop } from './shop.ts';

/**
 * Whatever has that global id in the shop, or null.
 * @throws {GraphQLError} for kinds that the simulator does not model, and those that the token may not read
 */
export function findNode(id: string, call: Call): Presented | null {
  const kind = kindOf(id);
  const rule = kind === null ? null : call.access.of(kind);
  if (rule && !allowsAny(call.grant, rule.offlineScopes)) throw accessDenied('node', rule.requiredAccess);
  const { store } = call;
  const find = <Item extends { id: string }>(items: readonly Item[], present: (item: Item) => Presented) => {
    const found = items.find((item) => item.id === id);
    return found ? present(found) : null;
  };
  switch (kind) {
    case 'Order':
      return find(visibleOrders(call), (order) => presentOrder(order, call));
    case 'FulfillmentOrder':
      return findFulfillmentOrder(id, call);
    case 'Fulfillment':
      return presentFound(
        id,
        visibleOrders(call),
        ({ fulfillments }) => fulfillments,
        presentFulfillment,
        call,
      );
    case 'LineItem':
      return presentFound(id, visibleOrders(call), ({ lines }) => lines, presentLineItem, call);
    case 'Refund':
      return presentFound(id, visibleOrders(call), ({ refunds }) => refunds, presentRefund, call);
    case 'Return':
      return presentFound(id, visibleOrders(call), ({ returns }) => returns, presentReturn, call);
    case 'Location':
      return find(store.locations, (location) => presentLocation(location, call));
    case 'Product':
      return find(store.products, (product) => presentProduct(product, call));
    case 'ProductVariant':
      return find(store.variants, (variant) => presentVariant(variant, call));
    case 'DeliveryCarrierService':
      return find([...store.carrierServices.values()], presentCarrierService);
    case 'DeliveryProfile':
      return find(store.deliveryProfiles, (profile) => presentDeliveryProfile(profile, call));
    case 'Market':
      return find(store.markets, (market) => presentMarket(market, call));
    case 'MetafieldDefinition':
      return find(store.metafields.definitions, presentDefinition);
    case 'Shop':
      return id === store.shop.id ? presentShop(call) : null;
    default:
      throw notModelled(`nodes such as \`${id}\``);
  }
}

const sixtyDaysMs = 60 * 24 * 3600 * 1000;

/**
 * Orders older than 60 days take `read_all_orders`
 * (https://shopify.dev/docs/api/usage/access-scopes#orders-permissions).
 */
export function visibleOrders({ store, grant }: Call): Order[] {
  const orders = [...store.orders.values()];
  if (allowsAny(grant, ['read_all_orders'])) return orders;
  const oldest = store.now().getTime() - sixtyDaysMs;
  return orders.filter(({ createdAt }) => createdAt.getTime() >= oldest);
}

function findFulfillmentOrder(id: string, call: Call): Presented | null {
  const shown = (order: Order) => visibleFulfillmentOrders(order, call);
  return presentFound(id, visibleOrders(call), shown, presentFulfillmentOrder, call);
}

function presentFound<Part extends { id: string }>(
  id: string,
  orders: Order[],
  partsOf: (order: Order) => readonly Part[],
  present: (part: Part, order: Order, call: Call) => Presented,
  call: Call,
): Presented | null {
  for (const order of orders) {
    const found = partsOf(order).find((part) => part.id === id);
    if (found) return present(found, order, call);
  }
  return null;
}
