import { constants, getPriority, setPriority } from 'node:os';
import { type Config, type Role, readConfigOrExit } from '#app/platform/config/index.ts';
import { startEmbeddedDatabase } from '#app/platform/database/embedded.ts';
import { migrate } from '#app/platform/database/migrate.ts';
import { runWorker } from '#app/platform/jobs/run-worker.ts';
import { createLogger, type Logger } from '#app/platform/log.ts';
import { onShutdown } from '#app/platform/process.ts';
import { createServices, type Services } from './services.ts';
import { CRONTAB, createTasks } from './tasks.ts';
import { startWeb } from './web-server.ts';

/** Database connections for pages, webhooks and the checkout; the worker's jobs have one each besides. */
const WEB_CONNECTIONS = 10;

/** What was started, to be ended in reverse order. */
type Close = () => Promise<void>;

/**
 * Runs this process in its role until it is asked to end: reads the configuration, opens the database (starting the embedded one if it
 * is to be used) and brings it up to date, builds the features, and then listens, works, or does both.
 */
export async function runApp(role: Role): Promise<void> {
  const config = readConfigOrExit(role);
  const log = createLogger(config.logLevel);
  const started: Close[] = [];
  onShutdown(log, async () => {
    for (const close of started.reverse()) await close();
  });

  const databaseUrl = await openDatabaseServer(config, log, started);
  await migrate(databaseUrl, log);
  const poolSize = WEB_CONNECTIONS + (role === 'web' ? 0 : config.workerConcurrency);
  // Where both run on one machine, shoppers and events are answered before work is done that can wait.
  if (role === 'worker') setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL));
  const services = createServices(config, { databaseUrl, poolSize, log });
  started.push(services.close);
  if (role !== 'worker') started.push(await startWeb({ config, services, databaseUrl, log }));
  if (role !== 'web') started.push(await startWorker(config, services, databaseUrl, log));
  log.info({ role, appUrl: config.appUrl, environment: config.environment }, 'running');
}

async function openDatabaseServer(config: Config, log: Logger, started: Close[]): Promise<string> {
  if (config.database.url) return config.database.url;
  const embedded = await startEmbeddedDatabase({ dataDirectory: config.database.dataDirectory, log });
  started.push(embedded.stop);
  return embedded.url;
}

async function startWorker(
  config: Config,
  services: Services,
  databaseUrl: string,
  log: Logger,
): Promise<Close> {
  const worker = await runWorker({
    url: databaseUrl,
    tasks: createTasks(services, log),
    crontab: CRONTAB,
    concurrency: config.workerConcurrency,
    log,
  });
  await services.carrierService.repointCarrierServices();
  return worker.stop;
}
