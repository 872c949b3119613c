import { err, ok, type Result } from 'neverthrow';
import { z } from 'zod';
import { type ApiVersion, checkHost, type HostPolicy } from '#app/gateways/onestock/index.ts';

/** What a merchant types to connect the shop to OneStock. Spaces around a text are ignored, but for the password. */
export interface AccountInput {
  siteId: string;
  /** An origin; `https://` may be left out. */
  host: string;
  /** `v2`, `v3`, `v4`, or empty for OneStock's unversioned routes. */
  apiVersion: string;
  userId: string;
  /** Empty or left out to keep the one that is stored for the same site, host and user. */
  password?: string;
  /** Left out to keep the stored one. */
  salesChannel?: string;
}

export interface CheckedAccount {
  siteId: string;
  host: string;
  apiVersion: ApiVersion;
  userId: string;
  /** Null to keep the stored one. */
  password: string | null;
  /** Left out to keep the stored one. */
  salesChannel?: string | null;
}

/** What is to be corrected in a field. */
export type AccountFieldCode =
  | 'site_id_invalid'
  | 'host_missing'
  | 'host_refused'
  | 'api_version_unknown'
  | 'user_id_invalid'
  | 'password_too_long'
  | 'password_missing'
  /** The stored one only serves the same site, host and user. */
  | 'password_needed_again'
  | 'sales_channel_too_long';

/** Why an account was not saved, with what is to be corrected, by field. */
export interface AccountRefused {
  code: 'account_invalid' | 'shop_not_installed';
  retryable: false;
  fields: Partial<Record<keyof AccountInput, AccountFieldCode>>;
}

const LONGEST_TEXT = 200;

const schema = z.object({
  // The form of a site id as OneStock's own clients check it
  // (https://github.com/OneStock-Retail/onestock-magento-connector).
  siteId: z
    .string()
    .trim()
    .regex(/^[a-z0-9_-]{1,32}$/i),
  host: z.string().trim().min(1),
  apiVersion: z.enum(['', 'v2', 'v3', 'v4']),
  userId: z.string().trim().min(1).max(LONGEST_TEXT),
  password: z
    .string()
    .max(LONGEST_TEXT)
    .optional()
    .transform((text) => text || null),
  salesChannel: z
    .string()
    .trim()
    .max(LONGEST_TEXT)
    .transform((text) => text || null)
    .optional(),
});

const CODE_OF_FIELD: Record<keyof AccountInput, AccountFieldCode> = {
  siteId: 'site_id_invalid',
  host: 'host_missing',
  apiVersion: 'api_version_unknown',
  userId: 'user_id_invalid',
  password: 'password_too_long',
  salesChannel: 'sales_channel_too_long',
};

/** Checks everything that can be checked without calling OneStock, and finds all faults at once. */
export function checkAccountInput(
  input: AccountInput,
  hostPolicy: HostPolicy,
): Result<CheckedAccount, AccountRefused> {
  const parsed = schema.safeParse(input);
  const fields: AccountRefused['fields'] = {};
  for (const { path } of parsed.error?.issues ?? []) {
    const field = path[0] as keyof AccountInput;
    fields[field] = CODE_OF_FIELD[field];
  }
  const host = fields.host === undefined ? checkHost(withScheme(String(input.host)), hostPolicy) : undefined;
  if (host?.isErr()) fields.host = 'host_refused';
  if (!parsed.success || !host?.isOk()) return err(invalidAccount(fields));
  return ok({ ...parsed.data, host: host.value.origin });
}

export function invalidAccount(fields: AccountRefused['fields']): AccountRefused {
  return { code: 'account_invalid', retryable: false, fields };
}

function withScheme(text: string): string {
  const host = text.trim();
  return host.includes('://') ? host : `https://${host}`;
}
