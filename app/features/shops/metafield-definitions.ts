import { err, ok, type Result } from 'neverthrow';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import {
  METAFIELD_DEFINITION_CREATE,
  METAFIELD_DEFINITIONS,
} from '#app/gateways/shopify/operations/metafields.ts';
import type { DefinitionCause } from './shape.ts';

/** Why the definitions are not as they should be, and whether that may change by itself. */
export type DefinitionError = DefinitionCause & { retryable: boolean };

/** Owned by the merchant, not by the app, so that every integrator can read it by this plain name. */
const NAMESPACE = 'onestock';

interface Definition {
  key: string;
  type: 'json' | 'single_line_text_field';
  name: string;
  description: string;
  capabilities?: Partial<Record<'adminFilterable' | 'cartToOrderCopyable', { enabled: true }>>;
}

/**
 * The order metafields of the app. Shopify copies a cart's `quote_id` to the order by itself
 * (https://shopify.dev/changelog/automatically-copy-cart-metafields-to-orders-at-checkout-completion), and searches orders by
 * the store. No admin access is asked for: Shopify takes it on app-owned definitions only (`ADMIN_ACCESS_INPUT_NOT_ALLOWED`,
 * https://shopify.dev/docs/api/admin-graphql/2026-10/enums/MetafieldDefinitionCreateUserErrorCode).
 */
const ORDER_DEFINITIONS: readonly Definition[] = [
  {
    key: 'delivery_promise',
    type: 'json',
    name: 'Delivery promise',
    description: 'The delivery promises that the shopper saw at checkout, one a delivery group.',
  },
  {
    key: 'endpoint_id',
    type: 'single_line_text_field',
    name: 'Collect store',
    description: 'The OneStock endpoint where the order is collected.',
    capabilities: { adminFilterable: { enabled: true } },
  },
  {
    key: 'delivery_promise_source',
    type: 'single_line_text_field',
    name: 'Delivery promise source',
    description: 'How the delivery promise was found.',
  },
  {
    key: 'deliveries',
    type: 'json',
    name: 'Deliveries',
    description: 'What of the order is delivered together, with its order in OneStock and its promise.',
  },
  {
    key: 'quote_id',
    type: 'single_line_text_field',
    name: 'Delivery quote',
    description: 'Which rate of the checkout the shopper chose.',
    capabilities: { cartToOrderCopyable: { enabled: true } },
  },
];

/** Creates the order metafield definitions that the shop lacks. One that is there is left as it is, if its type is right. */
export async function ensureMetafieldDefinitions(admin: AdminClient): Promise<Result<void, DefinitionError>> {
  const answer = await admin.request(METAFIELD_DEFINITIONS, { ownerType: 'ORDER', namespace: NAMESPACE });
  if (answer.isErr()) return err(answer.error);
  const existing = new Map(answer.value.metafieldDefinitions.nodes.map((node) => [node.key, node.type.name]));
  const wrong = ORDER_DEFINITIONS.filter(({ key, type }) => (existing.get(key) ?? type) !== type);

  for (const definition of ORDER_DEFINITIONS.filter(({ key }) => !existing.has(key))) {
    const created = await create(admin, definition);
    if (created.isErr()) return created;
  }
  return wrong.length === 0 ? ok() : err(conflict(wrong, existing));
}

async function create(admin: AdminClient, definition: Definition): Promise<Result<void, DefinitionError>> {
  const answer = await admin.request(METAFIELD_DEFINITION_CREATE, {
    definition: { ...definition, namespace: NAMESPACE, ownerType: 'ORDER' },
  });
  if (answer.isErr()) return err(answer.error);
  // TAKEN: somebody else has just created it.
  const refusals = answer.value.metafieldDefinitionCreate?.userErrors.filter(({ code }) => code !== 'TAKEN');
  if (!refusals?.length) return ok();
  const said = refusals.map(({ message }) => message).join(' ');
  return err({
    code: 'definition_refused',
    retryable: false,
    params: { metafield: `${NAMESPACE}.${definition.key}`, said },
  });
}

function conflict(wrong: readonly Definition[], existing: ReadonlyMap<string, string>): DefinitionError {
  const metafields = wrong.map(({ key }) => `${NAMESPACE}.${key} (${existing.get(key)})`).join(', ');
  return { code: 'definition_conflict', retryable: false, params: { metafields } };
}
