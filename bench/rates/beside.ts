import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { choosePorts } from '#sandbox/ports.ts';

/** A server to compare with: it answers the same requests with the same bytes. */
export interface Beside {
  port: number;
  stop(): Promise<void>;
}

const BARE = fileURLToPath(new URL('bare.ts', import.meta.url));
const REMIX_SERVE = fileURLToPath(import.meta.resolve('@remix-run/serve/dist/cli.js'));
const REMIX_BUILD = fileURLToPath(new URL('remix-build.ts', import.meta.url));

/** Starts the bare handler, or the Remix route. Both find secret and answer in the environment. */
export async function startBeside(
  kind: 'bare' | 'remix',
  secret: string,
  answerFile: string,
): Promise<Beside> {
  const { port } = await choosePorts(['port'], null);
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    HOST: '127.0.0.1',
    PORT: String(port),
    BENCH_SECRET: secret,
    BENCH_ANSWER: answerFile,
  };
  const args = kind === 'bare' ? [BARE] : [REMIX_SERVE, REMIX_BUILD];
  // remix-serve logs every request, as it does in production.
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`The ${kind} server ended with code ${child.exitCode}.`);
    await pause(50);
  }
  return {
    port,
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
