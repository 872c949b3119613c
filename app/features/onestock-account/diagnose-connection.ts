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
import {
  type ConnectionDiagnosis,
  type ConnectionFault,
  type FaultDetails,
  STEP_OF_FAULT,
} from './diagnosis.ts';
import { faultOfFailure } from './fault-of-failure.ts';

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
      ...found('fails', failureFinding(checked.error)),
      refused: [],
      notChecked: [...RESOURCES],
      retryable: checked.error.retryable,
      inUse,
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
  return { ...conclude(new Map([['check', errorOf(checked)], ...probed])), inUse, latencyMs };
}

function conclude(tried: Tried): Omit<ConnectionDiagnosis, 'inUse' | 'latencyMs'> {
  const codeOf = (resource: Resource) => tried.get(resource)?.code;
  const isForeign = (resource: Resource) => FOREIGN_ANSWER.has(codeOf(resource) ?? '');
  const refused = RESOURCES.filter((resource) => codeOf(resource) === 'onestock_forbidden');
  const isSeen = (resource: Resource) => refused.includes(resource) || codeOf(resource) === undefined;
  const notChecked = RESOURCES.filter((resource) => !tried.has(resource) || !isSeen(resource));
  const seen = { refused, notChecked };
  const fault = (state: 'limited' | 'fails', finding: Finding, retryable = false) => ({
    ...found(state, finding),
    ...seen,
    retryable,
  });

  const failure = whyNoPromise(tried);
  if (failure) return fault('fails', failureFinding(failure), failure.retryable);
  if (isForeign('delivery_promises')) return fault('fails', foreignAnswer('delivery_promises'));
  if (refused.length > 0) {
    const state = refused.includes('delivery_promises') ? 'fails' : 'limited';
    return fault(state, { fault: 'policy', details: {} });
  }
  // Of the other lists the form is not public: that one of them looks strange proves nothing.
  if (isForeign('endpoints')) return fault('limited', foreignAnswer('endpoints'));
  return { state: 'works', step: null, fault: null, ...seen, retryable: false, details: {} };
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

/** A fault and what was seen of it. */
interface Finding {
  fault: ConnectionFault;
  details: FaultDetails;
}

function failureFinding(error: OneStockError): Finding {
  const { broken, status } = error;
  return { fault: faultOfFailure(error), details: { networkCode: broken?.code, status } };
}

/** That a resource answers otherwise than the app reads it. */
function foreignAnswer(resource: Resource): Finding {
  return { fault: 'foreign_answer', details: { resource } };
}

function found(
  state: 'limited' | 'fails',
  { fault, details }: Finding,
): Pick<ConnectionDiagnosis, 'state' | 'step' | 'fault' | 'details'> {
  return { state, step: STEP_OF_FAULT[fault], fault, details };
}

function errorOf(result: Result<void, OneStockError>): OneStockError | undefined {
  return result.isErr() ? result.error : undefined;
}
