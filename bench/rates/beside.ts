import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { choosePorts } from '#sandbox/ports.ts';

/** A server to compare with: it answers the same requests with the same bytes. */
export interface Beside {
  port: number;
  stop(): Promise<void>;
}

export async function startBeside(script: string, secret: string, answerFile: string): Promise<Beside> {
  const { port } = await choosePorts(['port'], null);
  const env = { ...process.env, NODE_ENV: 'production' };
  const child: ChildProcess = fork(new URL(script, import.meta.url), [String(port), secret, answerFile], {
    env,
  });
  await once(child, 'message');
  return {
    port,
    async stop() {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}
