import { type Agent, type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { type OneStockSimulator, startOneStock } from '#sandbox/onestock/index.ts';

/** An answer as it came over the wire, with its JSON where it is JSON. */
export interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** True when the connection had served another exchange before. */
  reusedConnection: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: tests assert on foreign JSON of any shape.
  json: any;
}

export interface SimulatorClient {
  simulator: OneStockSimulator;
  /** Sets the simulator's clock. */
  setNow(iso: string): void;
  control(changes: Record<string, unknown>): Promise<Received>;
  login(overrides?: Record<string, unknown>): Promise<Received>;
  /** Reads `path` by POST with a method override, with the site and a fresh token in the body. */
  read(path: string, parameters?: Record<string, unknown>): Promise<Received>;
}

/** Friday 6 February 2026, 09:00 in Paris: both cut-offs of the European warehouse are ahead. */
export const fridayMorning = '2026-02-06T08:00:00Z';

export async function startSimulatorClient(): Promise<SimulatorClient> {
  let now = new Date(fridayMorning);
  const simulator = await startOneStock({ now: () => now });
  const { url, siteId, userId, password } = simulator;
  const login = (overrides = {}) =>
    send('POST', `${url}/login`, { site_id: siteId, user_id: userId, password, ...overrides });
  return {
    simulator,
    setNow: (iso) => {
      now = new Date(iso);
    },
    control: (changes) => send('POST', `${url}/_control`, changes),
    login,
    async read(path, parameters = {}) {
      const { token } = (await login()).json;
      const body = { site_id: siteId, token, ...parameters };
      return send('POST', url + path, body, { headers: { 'X-HTTP-Method-Override': 'GET' } });
    },
  };
}

interface Exchange {
  headers?: Record<string, string>;
  signal?: AbortSignal;
  agent?: Agent;
}

/** One exchange through node:http, the only client at hand that can give a GET, or a method of any name, a body. */
export function send(
  method: string,
  url: string,
  body?: unknown,
  { headers, signal, agent }: Exchange = {},
): Promise<Received> {
  const sent = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  // node:http frames no body of its own accord for a method that usually has none.
  const framed = { ...headers, 'Content-Length': Buffer.byteLength(sent) };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers: framed, signal, agent }, async (response) => {
      const received = await text(response);
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        text: received,
        reusedConnection: outgoing.reusedSocket,
        json: parseOrUndefined(received),
      });
    });
    outgoing.once('error', reject);
    outgoing.end(sent);
  });
}

function parseOrUndefined(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
