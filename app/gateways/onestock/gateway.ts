import { type Result, ResultAsync } from 'neverthrow';
import type { CallOptions, OneStockConnection } from './connection.ts';
import type { OneStockError } from './errors.ts';
import { changeOrder } from './resources/change-order.ts';
import { checkConnection } from './resources/check.ts';
import { askDeliveryPromises } from './resources/delivery-promises.ts';
import { readAllEndpoints, readEndpointsPage } from './resources/endpoints.ts';
import { removeGroups } from './resources/line-item-groups.ts';
import { type ListRoute, listNamedThings } from './resources/named-lists.ts';
import { createOrder, readOrder, readOrders } from './resources/orders.ts';
import { probeResource } from './resources/probe.ts';
import { createSession } from './resources/session.ts';
import {
  createWebhook,
  deleteWebhook,
  listWebhooks,
  readWebhook,
  setWebhookStatus,
  updateWebhook,
} from './resources/webhooks.ts';
import type { Call } from './transport/call.ts';
import { startDeadline } from './transport/deadline.ts';
import { createTransport, type TransportDependencies } from './transport/transport.ts';
import type { OneStockGateway } from './types.ts';

const PROMISE_TIMEOUT_MS = 5_000;
const SINGLE_CALL_TIMEOUT_MS = 10_000;
const SEVERAL_CALLS_TIMEOUT_MS = 60_000;

type Addressed = Pick<Call, 'connection' | 'deadline'>;

/** Builds the gateway. It holds connections and tokens until it is closed; build one a process. */
export function createOneStockGateway(dependencies: TransportDependencies): OneStockGateway {
  const transport = createTransport(dependencies);
  const session = createSession(transport, dependencies.clock);

  const list = (route: ListRoute, connection: OneStockConnection, options?: CallOptions) =>
    within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) => listNamedThings(session, call, route));

  return {
    deliveryPromises: (connection, question, options) =>
      within(connection, options, PROMISE_TIMEOUT_MS, (call) =>
        askDeliveryPromises(session, { ...call, observe: options?.observe }, question),
      ),
    endpoints: (connection, options) =>
      within(connection, options, SEVERAL_CALLS_TIMEOUT_MS, (call) => readAllEndpoints(session, call)),
    endpointsPage: (connection, start, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) => readEndpointsPage(session, call, start)),
    deliveryConfigs: (connection, options) => list('delivery_configs', connection, options),
    salesChannels: (connection, options) => list('sales_channels', connection, options),
    rulesetChainings: (connection, options) => list('ruleset_chainings', connection, options),
    probe: (connection, resource, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) => probeResource(session, call, resource)),
    logIn: (connection, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) => session.ensureLogin(call)),
    check: (connection, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) => checkConnection(session, call)),
    createOrder: (connection, order, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) => createOrder(session, call, order)),
    readOrder: (connection, id, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) => readOrder(session, call, id)),
    readOrders: (connection, ids, options) =>
      within(connection, options, SEVERAL_CALLS_TIMEOUT_MS, (call) => readOrders(session, call, ids)),
    changeOrder: (connection, change, options) =>
      within(connection, options, SINGLE_CALL_TIMEOUT_MS, (call) => changeOrder(session, call, change)),
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
