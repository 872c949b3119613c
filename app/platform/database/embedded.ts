import { resolve } from 'node:path';
import pg from 'pg';
import type { Logger } from '../log.ts';
import { OperatorError } from '../operator-error.ts';
import { type Cluster, ensureCluster, SUPERUSER } from './embedded/cluster.ts';
import { findPlace } from './embedded/place.ts';
import { isAlive, notePresence } from './embedded/presence.ts';
import { ensureServer, type Server, stopServer } from './embedded/server.ts';

const DATABASE = 'onestock_promise';

/** A PostgreSQL server that runs for this app alone. */
export interface EmbeddedDatabase {
  /** Of the app's own database, with user and password. */
  readonly url: string;
  /** Leaves the server, and stops it unless another living process uses it. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that lives in a data directory, or joins it when it runs already: because another process of ours
 * uses it, or because its last user was killed. Who leaves last stops it, and a process that exits without `stop` leaves too.
 *
 * It listens on 127.0.0.1 only, with a random password kept beside the data. As root it runs as the user `postgres`, and if
 * that user cannot get to the data directory, in a temporary folder that the log names.
 *
 * @param options.port used when the server has to be started; any free one when left out
 * @param options.isDisposable made for a trial and removed after it: its data need not outlive a machine that goes down, so that nothing
 *   waits for the disk
 * @throws OperatorError when there is no PostgreSQL for this system, or it does not start
 */
export async function startEmbeddedDatabase(options: {
  dataDirectory: string;
  log?: Logger;
  port?: number;
  isDisposable?: boolean;
}): Promise<EmbeddedDatabase> {
  const { isDisposable = false } = options;
  const place = await findPlace(resolve(options.dataDirectory), options.log);
  const cluster = await ensureCluster(place, { isDisposable });
  const presence = notePresence(place.folder);
  try {
    const server = await ensureServer(place, cluster, options);
    await ensureDatabase(server, cluster);
    const onExit = () => {
      // Nothing asynchronous runs any more: the server is told, and ends after us.
      if (presence.leave() && isAlive(server.pid)) process.kill(server.pid, 'SIGINT');
    };
    process.once('exit', onExit);
    return {
      url: addressOf(server, cluster, DATABASE),
      stop: async () => {
        process.off('exit', onExit);
        if (presence.leave()) await stopServer(place, cluster);
      },
    };
  } catch (error) {
    if (presence.leave()) await stopServer(place, cluster);
    throw error;
  }
}

async function ensureDatabase(server: Server, cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(server, cluster, 'postgres') });
  try {
    await client.connect();
    await client.query(`create database ${DATABASE}`);
  } catch (cause) {
    // Another process may have made it a moment ago, which says itself in two ways.
    if (['42P04', '23505'].includes((cause as pg.DatabaseError).code ?? '')) return;
    const message = `The PostgreSQL of ${cluster.data} does not answer on port ${server.port}.`;
    throw new OperatorError('embedded_database_failed', message, { cause });
  } finally {
    await client.end();
  }
}

function addressOf(server: Server, cluster: Cluster, database: string): string {
  return `postgresql://${SUPERUSER}:${cluster.password}@127.0.0.1:${server.port}/${database}`;
}
