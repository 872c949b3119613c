import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Simulator, SimulatorApp } from './simulator.ts';

/**
 * Makes the calls under `/admin` slow or broken, as the control door says.
 *
 * The bodies of 429 and 500 answers are Shopify's `errors` text; their exact wording is inferred.
 */
export function mountFaults(app: SimulatorApp, { control }: Simulator): void {
  app.use('/admin/*', async (context, next) => {
    const { latencyMs, jitterMs, failure } = control.settings;
    const { signal } = context.req.raw;
    const waitMs = latencyMs + Math.random() * jitterMs;
    if (waitMs > 0) await delay(waitMs, undefined, { signal }).catch(() => undefined);
    switch (failure) {
      case 'none':
        return next();
      case '500':
        return context.json({ errors: 'Internal Server Error' }, 500);
      case '429':
        return context.json({ errors: 'Too Many Requests' }, 429, { 'Retry-After': '2.0' });
      case 'malformed':
        return context.body('{"data": {"shop": ', 200, { 'Content-Type': 'application/json' });
      case 'reset':
        context.env.outgoing.destroy();
        return RESPONSE_ALREADY_SENT;
      case 'hang':
        await once(context.env.outgoing, 'close');
        return RESPONSE_ALREADY_SENT;
    }
  });
}
