import { readFile } from 'node:fs/promises';
import { isEnumType } from 'graphql';
import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ADMIN_API_VERSION } from '#app/gateways/shopify/api.ts';
import { DEFAULT_SCOPES } from '#app/platform/config/index.ts';
import { loadAdminSchema } from '../../scripts/admin-schema.ts';

const toml = z
  .object({
    name: z.string(),
    access_scopes: z.object({ scopes: z.string(), optional_scopes: z.array(z.string()) }),
    webhooks: z.object({
      api_version: z.string(),
      subscriptions: z.array(
        z.object({
          uri: z.string(),
          topics: z.array(z.string()).default([]),
          compliance_topics: z.array(z.string()).default([]),
        }),
      ),
    }),
  })
  .parse(parse(await readFile('shopify.app.toml', 'utf8')));
const { subscriptions } = toml.webhooks;

test('the app asks in shopify.app.toml for the scopes that the code counts on, and for no other at once', () => {
  expect(toml.access_scopes.scopes.split(',').sort()).toEqual([...DEFAULT_SCOPES].sort());
  expect(toml.access_scopes.optional_scopes.filter((scope) => DEFAULT_SCOPES.includes(scope))).toEqual([]);
});

test('webhooks come in the API version that the app speaks', () => {
  expect(toml.webhooks.api_version).toBe(ADMIN_API_VERSION);
});

test('every webhook topic exists at Shopify, and comes to one door', async () => {
  const { schema } = await loadAdminSchema();
  const known = schema.getType('WebhookSubscriptionTopic');
  if (!isEnumType(known)) throw new Error('Shopify’s schema has no WebhookSubscriptionTopic.');
  const names = new Set(known.getValues().map(({ name }) => name));
  const topics = subscriptions.flatMap((subscription) => subscription.topics);
  expect(topics.filter((topic) => !names.has(topic.replace('/', '_').toUpperCase()))).toEqual([]);
  expect(new Set(subscriptions.map(({ uri }) => uri))).toEqual(new Set(['/webhooks/shopify']));
});

test('the three compliance topics that the App Store requires are subscribed to', () => {
  const topics = subscriptions.flatMap((subscription) => subscription.compliance_topics);
  expect(topics.sort()).toEqual(['customers/data_request', 'customers/redact', 'shop/redact']);
});

test('the app’s name fits the 30 characters that Shopify allows', () => {
  expect(toml.name.length).toBeLessThanOrEqual(30);
});
