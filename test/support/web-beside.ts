import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { choosePorts } from '#sandbox/ports.ts';
import type { ReadyFacts } from '#sandbox/start.ts';
import { startNode } from './node-process.ts';

/** One more web process of the sandbox's app, on a port of its own. */
export interface WebBeside {
  /** Its origin. */
  url: string;
  signal(name: NodeJS.Signals): void;
  /** Ends it in order, and waits for its end. */
  stop(): Promise<void>;
}

const path = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/**
 * Starts a web process beside the sandbox's own, upon the same database, and waits until it listens.
 * @param change.preload a script that runs in it before the app, named from the root of the repository
 * @param change.env variables that it has otherwise
 */
export async function startWebBeside(
  ready: ReadyFacts,
  change: { preload?: string; env?: Record<string, string> } = {},
): Promise<WebBeside> {
  const { web: port } = await choosePorts(['web'], null);
  const preloads = ['sandbox/shopify/stand-in.ts', change.preload].filter((file) => file !== undefined);
  const [first = '', ...rest] = [
    ...preloads.flatMap((file) => ['--import', path(file)]),
    path('app/server.ts'),
  ];
  const env = { ...process.env, ...ready.environment, ...change.env, PORT: String(port) };
  const web = startNode(first, rest, { env });
  const url = `http://127.0.0.1:${port}`;
  await vi.waitFor(
    async () => {
      if (web.child.exitCode !== null) throw new Error(`The web process ended:\n${web.lines.join('\n')}`);
      await fetch(`${url}/healthz`);
    },
    { timeout: 30_000, interval: 50 },
  );
  return {
    url,
    signal: (name) => web.child.kill(name),
    async stop() {
      web.child.kill('SIGTERM');
      await web.ended;
    },
  };
}
