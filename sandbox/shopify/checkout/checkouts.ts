import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { err, ok, Result } from 'neverthrow';
import type { Store } from '../store/store.ts';
import type { CheckoutRate } from '../store/types.ts';
import { type Choice, orderFrom } from './order.ts';
import type { CheckoutProblem } from './problem.ts';
import { type RateEngine, weakestSource } from './rates.ts';
import { type CheckoutRequest, type CompletionRequest, cartOf } from './requests.ts';
import type { Checkout, DeliveryGroup } from './types.ts';

/** A bound on the simulator's memory; nothing of Shopify's. */
const checkoutsKept = 5_000;

export interface Checkouts {
  /** Makes a cart and asks for its rates. Errors: `unknown_variant`, `unknown_location`. */
  open(store: Store, request: CheckoutRequest): Promise<Result<Checkout, CheckoutProblem>>;
  /** Errors: `unknown_checkout`. */
  find(id: string): Result<Checkout, CheckoutProblem>;
  /**
   * Places the order with the rates chosen. Errors: `unknown_checkout`, `already_completed`, `unknown_rate` for a handle that the
   * checkout did not give, `rate_missing` for a group that no handle is for.
   */
  complete(store: Store, id: string, request: CompletionRequest): Result<Checkout, CheckoutProblem>;
}

export function createCheckouts(engine: RateEngine): Checkouts {
  const kept = new LRUCache<string, Checkout>({ max: checkoutsKept });
  const find = (id: string): Result<Checkout, CheckoutProblem> => {
    const checkout = kept.get(id);
    return checkout
      ? ok(checkout)
      : err({ code: 'unknown_checkout', message: `There is no checkout ${id}.` });
  };
  return {
    find,
    async open(store, request) {
      const cart = cartOf(store, request);
      if (cart.isErr()) return err(cart.error);
      const { useCache, splitGroups } = request;
      const id = randomUUID();
      const startedAt = performance.now();
      const groups = await engine.quote({ store, cart: cart.value, checkoutId: id, useCache, splitGroups });
      const checkout: Checkout = {
        id,
        shopDomain: store.shop.domain,
        cart: cart.value,
        groups,
        source: weakestSource(groups.map(({ source }) => source)),
        durationMs: Math.round(performance.now() - startedAt),
        order: null,
      };
      kept.set(id, checkout);
      return ok(checkout);
    },
    complete(store, id, request) {
      return find(id).andThen((checkout) => {
        if (checkout.order) {
          const message = `Checkout ${id} is already order ${checkout.order.name}.`;
          return err({ code: 'already_completed', message } as const);
        }
        return choicesOf(checkout, request).map((choices) => {
          const { id: orderId, name } = store.placeOrder(
            orderFrom(store, checkout, choices, request.cartMetafields),
          );
          checkout.order = { id: orderId, name, rates: choices.map(({ rate }) => rate) };
          return checkout;
        });
      });
    },
  };
}

function choicesOf(checkout: Checkout, request: CompletionRequest): Result<Choice[], CheckoutProblem> {
  const [first] = checkout.groups;
  const handles = [...(request.handles ?? [])];
  if (request.handle !== undefined) handles.push({ group: first?.id ?? '', handle: request.handle });
  const stray = handles.find(({ group }) => !checkout.groups.some(({ id }) => id === group));
  if (stray) {
    return err({
      code: 'unknown_rate',
      message: `The checkout has no group ${stray.group || 'to choose a rate for'}.`,
    });
  }
  return Result.combine(
    checkout.groups.map((group) => {
      const chosen = handles.find((handle) => handle.group === group.id);
      if (chosen) return rateOf(group, chosen.handle).map((rate) => ({ group, rate }));
      return err({ code: 'rate_missing', message: `No rate was chosen for group ${group.id}.` } as const);
    }),
  );
}

function rateOf(group: DeliveryGroup, handle: string): Result<CheckoutRate, CheckoutProblem> {
  const rate = group.rates.find((candidate) => candidate.handle === handle);
  return rate
    ? ok(rate)
    : err({ code: 'unknown_rate', message: `Group ${group.id} has no rate with handle ${handle}.` });
}
