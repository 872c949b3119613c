import { err, ok, type Result } from 'neverthrow';
import type { Param } from '#app/platform/cause.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type AccountInput, type AccountRefused, checkAccountInput } from './account-input.ts';
import type { OneStockAccountDependencies } from './dependencies.ts';
import { diagnoseConnection } from './diagnose-connection.ts';
import type { ConnectionDiagnosis, ConnectionFault } from './diagnosis.ts';
import { mayKeepPassword } from './kept-password.ts';
import { passwordContext, readAccount } from './read-account.ts';
import type { ShopConnection } from './types.ts';
import type { SealedAccount } from './write-account.ts';

/** What is to be corrected of an account that is kept as settings; `field` is its path among them. */
export interface AccountFault {
  field: string;
  code: string;
  params?: Readonly<Record<string, Param>>;
}

/** An account that is to be written, and what OneStock said of it. */
export interface VerifiedAccount {
  written: SealedAccount;
  diagnosis: ConnectionDiagnosis;
}

/**
 * Tries an account before it takes the place of the one in use: one by which no promise could be had is refused.
 *
 * @returns null when nothing of the account in use would change, in which case OneStock is not asked; else the faults, by field
 */
export async function verifyAccount(
  dependencies: OneStockAccountDependencies,
  shop: ShopDomain,
  input: Omit<AccountInput, 'salesChannel'>,
): Promise<Result<VerifiedAccount | null, AccountFault[]>> {
  const checked = checkAccountInput(input, dependencies.hostPolicy);
  if (checked.isErr()) return err(inputFaults(checked.error.fields, input));
  const { siteId, host, apiVersion, userId, password: typed } = checked.value;
  const current = await readAccount(dependencies, shop);
  const kept = mayKeepPassword(current?.account, checked.value) ? current?.account.password : undefined;
  const password = typed ?? kept;
  if (password === undefined) return err([{ field: pathOf('password'), code: 'account.password' }]);
  const account = { siteId, host, apiVersion, userId, password };
  if (isInUse(current, account)) return ok(null);
  const diagnosis = await diagnoseConnection(dependencies.oneStock, account, { inUse: false });
  if (diagnosis.fault !== null && diagnosis.state === 'fails')
    return err([accountFault(diagnosis.fault, diagnosis, account)]);
  const sealed = dependencies.sealer.seal(password, passwordContext(shop));
  const written = {
    ...account,
    password: sealed,
    checkedAt: dependencies.clock.now(),
  };
  return ok({ written, diagnosis });
}

/** Whether the account in use is this very one, and was seen to work. */
function isInUse(current: ShopConnection | null, account: ShopConnection['account']): boolean {
  if (!current?.checkedAt) return false;
  const names = ['siteId', 'host', 'apiVersion', 'userId', 'password'] as const;
  return names.every((name) => current.account[name] === account[name]);
}

/** The field to look at first. */
const FIELD_OF_FAULT: Record<ConnectionFault, keyof AccountInput> = {
  host_refused: 'host',
  private_address: 'host',
  no_site_at_host: 'host',
  foreign_answer: 'apiVersion',
  name_unknown: 'host',
  certificate_untrusted: 'host',
  unreachable: 'host',
  timeout: 'host',
  rate_limited: 'host',
  not_taken: 'host',
  site_unknown: 'siteId',
  user_refused: 'password',
  policy: 'userId',
};

function accountFault(
  fault: ConnectionFault,
  { refused }: ConnectionDiagnosis,
  { host, siteId, userId }: ShopConnection['account'],
): AccountFault {
  const params = { host, siteId, userId, refused: refused.join(', ') };
  return { field: pathOf(FIELD_OF_FAULT[fault]), code: `faults.${fault}`, params };
}

function inputFaults(fields: AccountRefused['fields'], { host }: Pick<AccountInput, 'host'>): AccountFault[] {
  const names = Object.keys(fields) as (keyof AccountInput)[];
  return names.map((name) => ({ field: pathOf(name), code: `account.${name}`, params: { host } }));
}

/** The path of a field of the account among the settings. */
function pathOf(name: keyof AccountInput): string {
  return `account:${name}`;
}
