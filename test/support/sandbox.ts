import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { ReadyFacts } from '#sandbox/start.ts';

/** One rate as the simulated checkout shows it. */
export interface CheckoutRate {
  handle: string;
  title: string;
  code: string;
  description: string;
  price: number;
  minDeliveryDate: string | null;
  maxDeliveryDate: string | null;
  metafields: { namespace: string; key: string; value: string }[];
}

export interface Checkout {
  id: string;
  groups: { id: string; rates: CheckoutRate[] }[];
  rates: CheckoutRate[];
  source: 'carrier' | 'cache' | 'backup';
  durationMs: number;
}

/** The metafields of an order in the namespace `onestock`, by key. */
export type OrderMetafields = Partial<Record<string, string>>;

/** The sandbox as `npm run sandbox` starts it: a process of its own with all its children. */
export interface RunningSandbox {
  ready: ReadyFacts;
  process: ChildProcess;
  checkout(body: object): Promise<Checkout>;
  complete(checkoutId: string, choice: object): Promise<{ orderId: string; orderName: string }>;
  metafields(orderId: string): Promise<OrderMetafields>;
  controlOneStock(settings: object): Promise<void>;
  controlShopify(settings: object): Promise<void>;
  /** Ctrl-C, and the end of the process. */
  stop(): Promise<number | null>;
}

/** @param isEmpty installed and nothing more: no OneStock, no delivery option, no rate attached */
export async function startSandboxProcess({ isEmpty = false } = {}): Promise<RunningSandbox> {
  const child = spawn(process.execPath, ['sandbox/main.ts', ...(isEmpty ? ['--empty'] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LOG_LEVEL: 'fatal' },
  });
  const ready = await readyLine(child);
  return {
    ready,
    process: child,
    checkout: (body) => post(`${ready.shopify.control}/checkouts`, body),
    complete: (id, choice) => post(`${ready.shopify.control}/checkouts/${id}/complete`, choice),
    async metafields(orderId) {
      const response = await fetch(`${ready.shopify.control}/orders/${orderId.split('/').pop()}`);
      const order = (await response.json()) as {
        metafields: { namespace: string; key: string; value: string }[];
      };
      const ours = order.metafields.filter(({ namespace }) => namespace === 'onestock');
      return Object.fromEntries(ours.map(({ key, value }) => [key, value]));
    },
    controlOneStock: (settings) => post(ready.onestock.control, settings),
    controlShopify: (settings) => post(ready.shopify.control, settings),
    async stop() {
      if (child.exitCode !== null) return child.exitCode;
      const exited = once(child, 'exit');
      child.kill('SIGINT');
      const [code] = await exited;
      return code;
    },
  };
}

async function readyLine(child: ChildProcess): Promise<ReadyFacts> {
  const marker = 'SANDBOX READY ';
  if (!child.stdout) throw new Error('The sandbox’s output is not piped.');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith(marker)) return JSON.parse(line.slice(marker.length));
  }
  throw new Error(`The sandbox ended with code ${child.exitCode} before it was ready.`);
}

async function post<Answer>(url: string, body: object): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}
