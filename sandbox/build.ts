import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { glob, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'build/server/index.js');

/** What the pages are made of. A newer one makes the build stale. */
const SOURCES = ['app/**/*.{ts,tsx,css}', 'vite.config.ts', 'package-lock.json'];

/**
 * Builds the app's pages if there is no build, or one older than its sources.
 *
 * @returns whether it built
 * @throws when the build fails, with what it printed
 */
export async function ensureBuild(): Promise<boolean> {
  if (existsSync(built) && (await stat(built)).mtimeMs >= (await newestSourceMs())) return false;
  await rm(join(root, 'build'), { recursive: true, force: true });
  await build();
  return true;
}

async function newestSourceMs(): Promise<number> {
  let newest = 0;
  for await (const file of glob(SOURCES, { cwd: root })) {
    newest = Math.max(newest, (await stat(join(root, file))).mtimeMs);
  }
  return newest;
}

function build(): Promise<void> {
  return new Promise((resolve, reject) => {
    const remix = join(root, 'node_modules/@remix-run/dev/dist/cli.js');
    const child = spawn(process.execPath, [remix, 'vite:build'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const printed: Buffer[] = [];
    child.stdout.on('data', (chunk) => printed.push(chunk));
    child.stderr.on('data', (chunk) => printed.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The pages could not be built:\n${Buffer.concat(printed)}`)),
    );
  });
}
