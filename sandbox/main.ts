import { parseArgs } from 'node:util';
import { startSandbox } from './start.ts';

const { empty: isEmpty } = parseArgs({ options: { empty: { type: 'boolean', default: false } } }).values;

const BASE_PORT = process.env.SANDBOX_PORT;
if (BASE_PORT !== undefined && !/^\d{2,5}$/.test(BASE_PORT)) {
  process.stderr.write('SANDBOX_PORT must be the first of six ports in a row, such as 4000.\n');
  process.exit(1);
}

const starting = startSandbox({
  basePort: BASE_PORT === undefined ? null : Number(BASE_PORT),
  isEmpty,
  isDurable: process.env.SANDBOX_NO_SYNC !== '1',
});

let ending = false;
async function end(): Promise<void> {
  if (ending) process.exit(1);
  ending = true;
  const sandbox = await starting.catch(() => null);
  await sandbox?.stop();
  process.exit(0);
}
process.on('SIGINT', end);
process.on('SIGTERM', end);

try {
  const { ready, failed } = await starting;
  process.stdout.write(`
  Checkout   ${ready.checkout}
  The app    ${ready.admin}
  Orders     ${ready.orders}
  OneStock   ${ready.onestock.control}
  Shopify    ${ready.shopify.control}

  Ctrl-C ends everything.

SANDBOX READY ${JSON.stringify(ready)}
`);
  await failed;
} catch (error) {
  process.stderr.write(`The sandbox ends. ${error instanceof Error ? error.message : error}\n`);
  await starting.then((sandbox) => sandbox.stop()).catch(() => {});
  process.exit(1);
}
