import { z } from 'zod';
import type { Simulator, SimulatorApp } from '../simulator.ts';
import { createBuckets } from './bucket.ts';
import { executeGraphql } from './execute.ts';
import { apiVersion, loadAdminSchema } from './schema.ts';

const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** `POST /admin/api/2026-10/graphql.json`, with the shop's token in `X-Shopify-Access-Token`. */
export function mountAdminApi(app: SimulatorApp, { control, now, shops, tokens }: Simulator): void {
  const buckets = createBuckets(now, () => control.settings.timeScale);

  app.post('/admin/api/:version/graphql.json', async (context) => {
    const { version } = context.req.param();
    if (version !== apiVersion) {
      return context.json({ errors: `The sandbox speaks version ${apiVersion} of the Admin API only.` }, 400);
    }
    context.header('X-Shopify-API-Version', apiVersion);
    const store = shops.of(context.req.raw.headers);
    const grant = tokens.find(context.req.header('X-Shopify-Access-Token') ?? '');
    if (!store || grant?.shop !== store.shop.domain) {
      const errors = '[API] Invalid API key or access token (unrecognized login or wrong password)';
      return context.json({ errors }, 401);
    }
    const request = requestSchema.safeParse(await context.req.json().catch(() => null));
    if (!request.success)
      return context.json({ errors: { query: 'Required parameter missing or invalid' } }, 400);
    control.count(`graphql ${operationOf(request.data)}`);
    const { schema, access } = await loadAdminSchema();
    const call = { store, grant, access, settings: control.settings };
    return context.json(executeGraphql(schema, request.data, call, buckets));
  });
}

/** The operation's name as the counts show it. */
function operationOf({ query, operationName }: z.infer<typeof requestSchema>): string {
  return operationName ?? /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? 'anonymous';
}
