import { setTimeout as wait } from 'node:timers/promises';
import type { Session } from '@shopify/shopify-api';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import type { AdminOperations } from './admin.generated.ts';
import { type FailedAttempt, postToAdmin } from './admin-transport.ts';
import type { ShopifyError } from './errors.ts';
import {
  createOfflineSessions,
  type OfflineSessionDependencies,
  type OfflineSessions,
} from './offline-sessions.ts';

const CALL_TIMEOUT_MS = 10_000;
const ATTEMPTS = 4;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;

/** The Admin API of one shop. */
export interface AdminClient {
  /** The shop's myshopify.com domain. */
  readonly shop: string;
  /**
   * Runs one operation of `operations/`; data and variables are typed by its text. `userErrors` are part of the data.
   *
   * Whatever was throttled is asked again once Shopify's points are restored. A query is also asked again after a failure of
   * the network or of Shopify. A mutation is not, for it may have happened: its `retryable` error goes to the caller, who
   * reads again before writing again. At most four attempts, each cut off after ten seconds.
   */
  request<Document extends keyof AdminOperations>(
    document: Document,
    variables: AdminOperations[Document]['variables'],
  ): ResultAsync<AdminOperations[Document]['data'], ShopifyError>;
}

export interface AdminClients {
  /** Fails with `shopify_not_installed` or `shopify_unauthorized` when the shop has no usable offline session. */
  forShop(shop: string): Promise<Result<AdminClient, ShopifyError>>;
}

/**
 * Admin clients for jobs and pages alike. Shopify's own client does not retry a throttled answer, sleeps `Retry-After`
 * seconds as milliseconds, and refreshes a session without a lock; hence this one.
 */
export function createAdminClients(dependencies: OfflineSessionDependencies): AdminClients {
  const sessions = createOfflineSessions(dependencies);
  return {
    async forShop(shop) {
      return (await sessions.current(shop)).map((session) => createAdminClient(session, sessions));
    },
  };
}

function createAdminClient(first: Session, sessions: OfflineSessions): AdminClient {
  let session = first;

  /** Goes on with the renewed session; returns what stands in the way of one. */
  const adopt = (renewed: Result<Session, ShopifyError>): ShopifyError | undefined => {
    if (renewed.isErr()) return renewed.error;
    session = renewed.value;
    return undefined;
  };

  const run = async (document: string, variables: object): Promise<Result<unknown, ShopifyError>> => {
    if (!sessions.isFresh(session)) {
      const obstacle = adopt(await sessions.current(session.shop));
      if (obstacle) return err(obstacle);
    }
    let renewedOnce = false;
    for (let attempt = 1; ; attempt++) {
      const used = session;
      const answer = await postToAdmin({
        shop: used.shop,
        accessToken: used.accessToken ?? '',
        document,
        variables,
        timeoutMs: CALL_TIMEOUT_MS,
      });
      if (answer.isOk()) return ok(answer.value);
      const { error } = answer.error;
      if (error.code === 'shopify_unauthorized' && !renewedOnce) {
        renewedOnce = true;
        const obstacle = adopt(await sessions.afterRefusal(used));
        if (obstacle) return err(obstacle);
      } else if (attempt >= ATTEMPTS || !mayRepeat(document, error)) {
        return err(error);
      } else {
        await wait(waitBeforeNext(answer.error, attempt));
      }
    }
  };

  return {
    shop: first.shop,
    // What the schema promises for this text is what Shopify answers, so the data is taken as its type.
    request: <Document extends keyof AdminOperations>(
      document: Document,
      variables: AdminOperations[Document]['variables'],
    ) =>
      new ResultAsync(run(document, variables)) as ResultAsync<
        AdminOperations[Document]['data'],
        ShopifyError
      >,
  };
}

function mayRepeat(document: string, error: ShopifyError): boolean {
  return error.code === 'shopify_throttled' || (error.retryable && !isMutation(document));
}

function isMutation(document: string): boolean {
  return /^#graphql\s+mutation\b/.test(document);
}

/** What Shopify asks for, else doubling; up to a quarter more, so that callers that failed together do not return together. */
function waitBeforeNext({ waitMs }: FailedAttempt, attempt: number): number {
  const asked = waitMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
  return Math.min(asked * (1 + Math.random() / 4), LONGEST_WAIT_MS);
}
