import { resolve } from 'node:path';
import { z } from 'zod';
import { DEFAULT_SCOPES } from './config.ts';

const flag = z
  .enum(['1', 'true', '0', 'false'], { error: 'must be 1, true, 0 or false' })
  .transform((value) => value === '1' || value === 'true');

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be from ${least} to ${most}`);

const list = (value: string) => value.split(',').map((item) => item.trim());

const listOf = (item: RegExp, message: string) =>
  z
    .string()
    .transform(list)
    .pipe(z.array(z.string().regex(item, message)));

const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;
const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|.+\.localhost)$/;

/** An origin that a browser treats as secure: https, or http on this machine. */
const origin = z.string().transform((value, context) => {
  const url = URL.parse(value);
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOCAL_HOST.test(url.hostname));
  if (url && secure && [url.origin, `${url.origin}/`].includes(value)) return url.origin;
  context.addIssue({
    code: 'custom',
    message:
      'must be an origin such as https://app.example.com, with nothing after it; http only on localhost',
  });
  return z.NEVER;
});

const databaseUrl = z.string().refine((value) => {
  const url = URL.parse(value);
  return url !== null && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1;
}, 'must be an address such as postgresql://user:password@host:5432/database');

const encryptionKey = z.string().transform((value, context) => {
  const [id, encoded, ...rest] = value.trim().split(':');
  const key = Buffer.from(encoded ?? '', 'base64');
  if (id && /^[\w-]+$/.test(id) && key.length === 32 && rest.length === 0) return { id, key };
  context.addIssue({
    code: 'custom',
    message: 'each key must be written "id:key", the key 32 random bytes in base64 (openssl rand -base64 32)',
  });
  return z.NEVER;
});

const encryptionKeys = z
  .string()
  .transform((value) => value.split(','))
  .pipe(z.array(encryptionKey).max(2, 'takes at most two keys: the one to write with and the one before it'))
  .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, 'two keys have the same id');

/** Each variable that is read, and what it may say. A variable that is set but empty counts as not set. */
export const variables = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], { error: 'must be development, production or test' })
    .default('production'),
  PORT: wholeNumber(0, 65_535).default(3000),
  LISTEN_HOST: z.string().optional(),
  SHOPIFY_APP_URL: origin,
  SHOPIFY_API_KEY: z.string(),
  SHOPIFY_API_SECRET: z.string(),
  SHOPIFY_API_SECRET_PREVIOUS: z.string().optional(),
  SCOPES: listOf(
    /^[a-z_]+$/,
    'must be scopes separated by commas, such as write_orders,read_products',
  ).default([...DEFAULT_SCOPES]),
  DATABASE_URL: databaseUrl.optional(),
  EMBEDDED_DATABASE: flag.default(false),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((path) => resolve(path)),
  ENCRYPTION_KEYS: encryptionKeys.optional(),
  ONESTOCK_ALLOWED_HOSTS: z
    .string()
    .toLowerCase()
    .pipe(listOf(HOST, 'must be hosts separated by commas, each "host" or "host:port"'))
    .default([]),
  ONESTOCK_ALLOW_PRIVATE_ADDRESSES: flag.default(false),
  ONESTOCK_ALLOW_HTTP: flag.default(false),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal or silent',
    })
    .default('info'),
  TRACES_PER_SHOP_AND_DAY: wholeNumber(0, 1_000_000_000).default(20_000),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  WORKER_CONCURRENCY: wholeNumber(1, 100).default(20),
});

export type Variables = z.output<typeof variables>;
