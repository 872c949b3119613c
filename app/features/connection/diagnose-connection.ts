import { bulkhead } from 'cockatiel';
import type { Result } from 'neverthrow';
import {
  type OneStockConnection,
  type OneStockError,
  type OneStockGateway,
  PROBED_RESOURCES,
  RESOURCES,
  type Resource,
} from '#app/gateways/onestock/index.ts';
import { startStopwatch } from '#app/platform/stopwatch.ts';
import { type ConnectionDiagnosis, STEP_OF_FAULT } from './diagnosis.ts';
import { type Finding, wordsOfFailure, wordsOfForeignAnswer, wordsOfPolicy } from './diagnosis-words.ts';

/** A person waits for it. */
const DIAGNOSIS_TIMEOUT_MS = 5_000;
/** OneStock's limits are not public; a checkout that asks at the same moment must not meet them because of us. */
const PROBES_AT_ONCE = 4;

/** What came of the tries: nothing where it worked. */
type Tried = ReadonlyMap<Resource, OneStockError | undefined>;

/**
 * Finds out whether an account works at OneStock and, when not, what is to be mended: the host, its name in the DNS, its certificate, the
 * connection, the credentials, or the access policy, with every resource that it refuses. Only reads are sent, and nothing is kept.
 *
 * @param options.inUse whether shoppers' promises come by this very account now, which settles what a fault means for them
 * @param options.timeoutMs bounds the whole; what was not seen by then is told as not checked
 */
export async function diagnoseConnection(
  oneStock: Pick<OneStockGateway, 'check' | 'probe'>,
  account: OneStockConnection,
  { inUse, timeoutMs = DIAGNOSIS_TIMEOUT_MS }: { inUse: boolean; timeoutMs?: number },
): Promise<ConnectionDiagnosis> {
  const within = { signal: AbortSignal.timeout(timeoutMs), timeoutMs };
  const stopwatch = startStopwatch();
  const checked = await oneStock.check(account, within);
  const latencyMs = Math.round(stopwatch.elapsedMs());
  if (checked.isErr() && checked.error.code !== 'onestock_forbidden') {
    return {
      ...told('fails', wordsOfFailure(checked.error, account), inUse),
      refused: [],
      notChecked: [...RESOURCES],
      retryable: checked.error.retryable,
      latencyMs,
    };
  }
  const bulk = bulkhead(PROBES_AT_ONCE, PROBED_RESOURCES.length);
  const probed = await Promise.all(
    PROBED_RESOURCES.map(async (resource) => {
      const answer = await bulk.execute(() => oneStock.probe(account, resource, within));
      return [resource, errorOf(answer)] as const;
    }),
  );
  return { ...conclude(new Map([['check', errorOf(checked)], ...probed]), account, inUse), latencyMs };
}

function conclude(
  tried: Tried,
  account: OneStockConnection,
  inUse: boolean,
): Omit<ConnectionDiagnosis, 'latencyMs'> {
  const codeOf = (resource: Resource) => tried.get(resource)?.code;
  const isForeign = (resource: Resource) => FOREIGN_ANSWER.has(codeOf(resource) ?? '');
  const refused = RESOURCES.filter((resource) => codeOf(resource) === 'onestock_forbidden');
  const isSeen = (resource: Resource) => refused.includes(resource) || codeOf(resource) === undefined;
  const notChecked = RESOURCES.filter((resource) => !tried.has(resource) || !isSeen(resource));
  const seen = { refused, notChecked };
  const fault = (state: 'limited' | 'fails', finding: Finding, retryable = false) => ({
    ...told(state, finding, inUse),
    ...seen,
    retryable,
  });

  const failure = whyNoPromise(tried);
  if (failure) return fault('fails', wordsOfFailure(failure, account), failure.retryable);
  if (isForeign('delivery_promises'))
    return fault('fails', wordsOfForeignAnswer('delivery_promises', account));
  if (refused.length > 0) {
    const state = refused.includes('delivery_promises') ? 'fails' : 'limited';
    return fault(state, wordsOfPolicy(refused, account));
  }
  // Of the other lists the form is not public: that one of them looks strange proves nothing.
  if (isForeign('endpoints')) return fault('limited', wordsOfForeignAnswer('endpoints', account));
  const message = `OneStock accepts the user “${account.userId}” of the site “${account.siteId}”: the app can ask it for delivery promises.`;
  return { state: 'works', step: null, fault: null, ...seen, retryable: false, message };
}

const FOREIGN_ANSWER: ReadonlySet<string> = new Set(['onestock_unreadable', 'onestock_route_unknown']);

/** Why no promise could be had although the credentials are good: OneStock was lost on the way, or fails whatever it is asked. */
function whyNoPromise(tried: Tried): OneStockError | undefined {
  const asked = tried.get('delivery_promises');
  if (asked?.code === 'onestock_timeout' || asked?.code === 'onestock_unreachable') return asked;
  const answers = PROBED_RESOURCES.map((resource) => tried.get(resource));
  const nothingSeen = answers.every((error) => error?.retryable);
  return nothingSeen ? asked : undefined;
}

function told(
  state: 'limited' | 'fails',
  { fault, happened, remedy }: Finding,
  inUse: boolean,
): Pick<ConnectionDiagnosis, 'state' | 'step' | 'fault' | 'message'> {
  const step = STEP_OF_FAULT[fault];
  return { state, step, fault, message: `${happened} ${consequence(state, inUse)} ${remedy}` };
}

function consequence(state: 'limited' | 'fails', inUse: boolean): string {
  if (!inUse) return 'This account is not in use yet, so shoppers keep what they see now.';
  return state === 'fails'
    ? 'Meanwhile shoppers see the fallback of each delivery option.'
    : 'Shoppers still see delivery promises, but the app cannot do all of its work.';
}

function errorOf(result: Result<void, OneStockError>): OneStockError | undefined {
  return result.isErr() ? result.error : undefined;
}
