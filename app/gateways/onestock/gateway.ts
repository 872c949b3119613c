import { type Result, ResultAsync } from 'neverthrow';
import type { Call } from './call.ts';
import { checkConnection } from './check-connection.ts';
import { startDeadline } from './deadline.ts';
import { deliveryPromiseBody, deliveryPromisesAnswer } from './delivery-promises.ts';
import { readAllEndpoints, readEndpointsPage } from './endpoints.ts';
import type { OneStockError } from './errors.ts';
import { type ListRoute, namedThingsAnswer } from './named-things.ts';
import { createOrder, readOrder, readOrders } from './orders.ts';
import { probeResource } from './probe.ts';
import { readAnswer } from './read-answer.ts';
import { removeGroups } from './remove-groups.ts';
import { createSession } from './session.ts';
import { createTransport, type TransportDependencies } from './transport.ts';
import type { CallOptions, OneStockConnection, OneStockGateway } from './types.ts';
import {
  createWebhook,
  deleteWebhook,
  listWebhooks,
  readWebhook,
  setWebhookStatus,
  updateWebhook,
} from './webhooks.ts';

const PROMISE_TIMEOUT_MS = 5_000;
const SINGLE_CALL_TIMEOUT_MS = 10_000;
const SEVERAL_CALLS_TIMEOUT_MS = 60_000;

type Addressed = Pick<Call, 'connection' | 'deadline'>;

/** Builds the gateway. It holds connections and tokens until it is closed; build one a process. */
export function createOneStockGateway(dependencies: TransportDependencies): OneStockGateway {
  const transport = createTransport(dependencies);
  const session = createSession(transport, dependencies.clock);

  const list = (route: ListRoute, connection: OneStockConnection, options?: CallOptions) =>
    within(connection, options, SINGLE_CALL_TIMEOUT_MS, async (call) => {
      const answer = await session.send({ ...call, route, method: 'GET', body: {} });
      return answer.andThen((accepted) => readAnswer(accepted, route, namedThingsAnswer(route)));
    });

  return {
    deliveryPromises: (connection, question, options) =>
      within(connection, options, PROMISE_TIMEOUT_MS, async (call) => {
        const route = 'delivery_promises';
        const body = deliveryPromiseBody(question);
        const { observe } = options ?? {};
        const answer = await session.send({ ...call, route, method: 'GET', body, observe });
        return answer.andThen((accepted) =>
          readAnswer(accepted, route, deliveryPromisesAnswer).map((promises) => ({
            promises,
            requestId: accepted.requestId,
          })),
        );
      }),
    endpoints: (connection, options) =>
      within(connection, options, SEVERAL_CALLS_TIMEOUT_MS, (call) => readAllEndpoints(session, call)),
    endpointsPage: (connection, start, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) => readEndpointsPage(session, call, start)),
    deliveryConfigs: (connection, options) => list('delivery_configs', connection, options),
    salesChannels: (connection, options) => list('sales_channels', connection, options),
    rulesetChainings: (connection, options) => list('ruleset_chainings', connection, options),
    probe: (connection, resource, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) => probeResource(session, call, resource)),
    check: (connection, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) => checkConnection(session, call)),
    createOrder: (connection, order, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) => createOrder(session, call, order)),
    readOrder: (connection, id, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) => readOrder(session, call, id)),
    readOrders: (connection, ids, options) =>
      within(connection, options, SEVERAL_CALLS_TIMEOUT_MS, (call) => readOrders(session, call, ids)),
    removeGroups: (connection, removal, options) =>
      within(connection, options, SEVERAL_CALLS_TIMEOUT_MS, (call) => removeGroups(session, call, removal)),
    createWebhook: (connection, webhook, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) => createWebhook(session, call, webhook)),
    listWebhooks: (connection, options) =>
      within(connection, options, SEVERAL_CALLS_TIMEOUT_MS, (call) => listWebhooks(session, call)),
    readWebhook: (connection, id, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) => readWebhook(session, call, id)),
    updateWebhook: (connection, id, webhook, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) =>
        updateWebhook(session, call, id, webhook),
      ),
    setWebhookStatus: (connection, id, status, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) =>
        setWebhookStatus(session, call, id, status),
      ),
    deleteWebhook: (connection, id, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) => deleteWebhook(session, call, id)),
    close: () => transport.close(),
  };
}

/** Runs a whole call, however many exchanges it takes, under one deadline. */
function within<T>(
  connection: OneStockConnection,
  options: CallOptions = {},
  defaultTimeoutMs: number,
  work: (call: Addressed) => Promise<Result<T, OneStockError>>,
): ResultAsync<T, OneStockError> {
  const deadline = startDeadline(options, defaultTimeoutMs);
  return new ResultAsync(work({ connection, deadline }).finally(() => deadline.end()));
}
