/**
 * `npm run bench:rates`: what the checkout door does, beside a bare `node:http` handler and a Remix resource route that verify the same
 * signature, parse the same JSON and send the same bytes. One JSON line a figure; medians of three. Signatures are checked, and every
 * answer's trace and rates are written (the cap on traces is lifted); how many rows were written is printed.
 *
 * `npm run bench:rates -- memory` measures resident memory over a million requests instead, which takes its time.
 */
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandboxProcess } from '#test/support/sandbox.ts';
import { startBeside } from './beside.ts';
import { distinctBaskets, hangingOneStock, thousandAlike } from './cold.ts';
import { memoryOverAMillion } from './memory.ts';
import { wireRequest } from './requests.ts';
import { saturated, steady } from './warm.ts';

process.env.TRACES_PER_SHOP_AND_DAY = '1000000000';
const sandbox = await startSandboxProcess();
try {
  if (process.argv.includes('memory')) {
    await memoryOverAMillion(sandbox);
  } else {
    const answerFile = join(tmpdir(), `bench-answer-${process.pid}.json`);
    const { ready } = sandbox;
    await writeFile(answerFile, await sampleAnswer());
    const bare = await startBeside('bare', ready.apiSecret, answerFile);
    const remix = await startBeside('remix', ready.apiSecret, answerFile);
    await saturated(sandbox, bare, remix);
    await steady(sandbox, bare);
    await Promise.all([bare.stop(), remix.stop()]);
    await thousandAlike(sandbox);
    await distinctBaskets(sandbox);
    await hangingOneStock(sandbox);
  }
} finally {
  await sandbox.stop();
}

/** The very answer that the app gives, for the others to send. */
async function sampleAnswer(): Promise<string> {
  const [head = '', body = ''] = wireRequest(sandbox.ready, 0).toString().split('\r\n\r\n');
  const headers = Object.fromEntries(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(': ', 2) as [string, string])
      .filter(([name]) => name.startsWith('X-')),
  );
  const url = `${sandbox.ready.web}${new URL(sandbox.ready.carrierCallbackUrl).pathname}`;
  const response = await fetch(url, { method: 'POST', body, headers });
  if (!response.ok) throw new Error(`The app answered ${response.status} instead of rates.`);
  return response.text();
}
