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

/** Why an account was not saved, with a sentence for each field that is to be corrected. */
export interface AccountRefused {
  code: 'account_invalid' | 'shop_not_installed';
  retryable: false;
  message: string;
  fields: Partial<Record<keyof AccountInput, string>>;
}

const LONGEST_TEXT = 200;

const schema = z.object({
  // The form of a site id as OneStock's own clients check it
  // (https://github.com/OneStock-Retail/onestock-magento-connector).
  siteId: z
    .string()
    .trim()
    .regex(
      /^[a-z0-9_-]{1,32}$/i,
      'Enter the site id that OneStock gave you: up to 32 letters, digits, _ and -.',
    ),
  host: z
    .string()
    .trim()
    .min(1, 'Enter the address of OneStock’s API, such as https://api.onestock-retail.com.'),
  apiVersion: z.enum(['', 'v2', 'v3', 'v4'], {
    error: 'Choose one of the API versions: v2, v3, v4 or none.',
  }),
  userId: z
    .string()
    .trim()
    .min(1, 'Enter the user id of the OneStock API user.')
    .max(LONGEST_TEXT, `A user id has at most ${LONGEST_TEXT} characters.`),
  password: z
    .string()
    .max(LONGEST_TEXT, `A password has at most ${LONGEST_TEXT} characters.`)
    .optional()
    .transform((text) => text || null),
  salesChannel: z
    .string()
    .trim()
    .max(LONGEST_TEXT, `A sales channel has at most ${LONGEST_TEXT} characters.`)
    .transform((text) => text || null)
    .optional(),
});

/** Checks everything that can be checked without calling OneStock, and finds all faults at once. */
export function checkAccountInput(
  input: AccountInput,
  hostPolicy: HostPolicy,
): Result<CheckedAccount, AccountRefused> {
  const parsed = schema.safeParse(input);
  const fields: AccountRefused['fields'] = {};
  for (const { path, message } of parsed.error?.issues ?? [])
    fields[path[0] as keyof AccountInput] ??= message;
  const host = fields.host === undefined ? checkHost(withScheme(String(input.host)), hostPolicy) : undefined;
  if (host?.isErr()) fields.host = host.error.message;
  if (!parsed.success || !host?.isOk()) return err(invalidAccount(fields));
  return ok({ ...parsed.data, host: host.value.origin });
}

export function invalidAccount(fields: AccountRefused['fields']): AccountRefused {
  return {
    code: 'account_invalid',
    retryable: false,
    message:
      'The connection was not saved. Shoppers keep what they see now. Correct the fields that are marked.',
    fields,
  };
}

function withScheme(text: string): string {
  const host = text.trim();
  return host.includes('://') ? host : `https://${host}`;
}
