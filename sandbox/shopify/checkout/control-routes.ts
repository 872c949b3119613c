import type { Context } from 'hono';
import type { Result } from 'neverthrow';
import type { Simulator, SimulatorApp } from '../simulator.ts';
import type { Checkouts } from './checkouts.ts';
import { type CheckoutProblem, statusOfProblem } from './problem.ts';
import type { RateEngine } from './rates.ts';
import { checkoutRequest, completionRequest, parseBody } from './requests.ts';
import type { Checkout } from './types.ts';

/**
 * The checkout without its pages, for tests and benches:
 * - `POST /_control/checkouts` opens one and answers with its rates
 * - `POST /_control/checkouts/{id}/complete` places the order
 * - `GET /_control/checkouts/{id}` shows it again
 * - `DELETE /_control/checkouts/cache` makes Shopify forget what carriers answered
 *
 * Refusals are 400, 404, 409 or 422 with `{error, message}`. The shop is the demo one unless `X-Sandbox-Shop` names another.
 */
export function mountCheckoutControl(
  app: SimulatorApp,
  { shops }: Simulator,
  checkouts: Checkouts,
  engine: RateEngine,
): void {
  app.post('/_control/checkouts', async (context) => {
    const store = shops.of(context.req.raw.headers);
    if (!store) return context.json({ error: 'unknown_shop', message: 'There is no such shop.' }, 404);
    const request = parseBody(checkoutRequest, await bodyOf(context));
    return request.isErr()
      ? answer(context, request)
      : answer(context, (await checkouts.open(store, request.value)).map(checkoutView));
  });

  app.get('/_control/checkouts/:id', (context) =>
    answer(context, checkouts.find(context.req.param('id')).map(checkoutView)),
  );

  app.post('/_control/checkouts/:id/complete', async (context) => {
    const body = await bodyOf(context);
    const completed = checkouts.find(context.req.param('id')).andThen(({ id, shopDomain }) => {
      const store = shops.find(shopDomain) ?? shops.demo;
      return parseBody(completionRequest, body).andThen((request) => checkouts.complete(store, id, request));
    });
    return answer(
      context,
      completed.map(({ order }) => ({ orderId: order?.id, orderName: order?.name })),
    );
  });

  app.delete('/_control/checkouts/cache', (context) => {
    engine.forgetAnswers();
    return context.body(null, 204);
  });
}

function checkoutView({ id, groups, source, durationMs, order }: Checkout) {
  return {
    id,
    groups: groups.map((group) => ({ id: group.id, source: group.source, rates: group.rates })),
    rates: groups[0]?.rates ?? [],
    source,
    durationMs,
    callbacks: groups.flatMap(({ quotes }) => quotes.map(({ rates: _rates, ...quote }) => quote)),
    order: order && { orderId: order.id, orderName: order.name },
  };
}

function answer(context: Context, result: Result<object, CheckoutProblem>): Response {
  return result.match(
    (body) => context.json(body),
    ({ code, message }) => context.json({ error: code, message }, statusOfProblem[code]),
  );
}

function bodyOf(context: Context): Promise<unknown> {
  return context.req.json().catch(() => null);
}
