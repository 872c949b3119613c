import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { z } from 'zod';

/** What Shopify knows of the app from its deployed configuration. */
export interface AppConfig {
  /** Version of the webhooks' payloads, `2026-10`. */
  webhookApiVersion: string;
  /**
   * One entry a topic and address, compliance topics among them; `uri` is absolute, or relative to the app's address.
   */
  subscriptions: { topic: string; uri: string }[];
  /** Scopes that a merchant grants by installing the app. */
  scopes: string[];
}

const subscriptionSchema = z.object({
  topics: z.array(z.string()).default([]),
  compliance_topics: z.array(z.string()).default([]),
  uri: z.string(),
});
/** https://shopify.dev/docs/apps/build/cli-for-apps/app-configuration */
const fileSchema = z.object({
  access_scopes: z.object({ scopes: z.string().default('') }).default({ scopes: '' }),
  webhooks: z.object({
    api_version: z.string(),
    subscriptions: z.array(subscriptionSchema).default([]),
  }),
});

/** @throws when the file cannot be read, or is no app configuration */
export function readAppConfig(path: string): AppConfig {
  const { access_scopes, webhooks } = fileSchema.parse(parse(readFileSync(path, 'utf8')));
  return {
    webhookApiVersion: webhooks.api_version,
    subscriptions: webhooks.subscriptions.flatMap(({ topics, compliance_topics, uri }) =>
      [...topics, ...compliance_topics].map((topic) => ({ topic, uri })),
    ),
    scopes: access_scopes.scopes
      .split(',')
      .map((scope) => scope.trim())
      .filter(Boolean),
  };
}
