/** A process that owns an embedded database: prints `READY <url>`, and stops it on SIGTERM. Its argument is the data directory. */
import { startEmbeddedDatabase } from '#app/platform/database/embedded.ts';
import { createLogger } from '#app/platform/log.ts';
import { onShutdown } from '#app/platform/process.ts';

const [dataDirectory = ''] = process.argv.slice(2);
const log = createLogger('info');
const database = await startEmbeddedDatabase({ dataDirectory, log });
onShutdown(log, () => database.stop());
console.log(`READY ${database.url}`);
setInterval(() => {}, 60_000);
