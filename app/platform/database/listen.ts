import pg from 'pg';
import type { Prisma } from './generated/client.ts';

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 10_000;

/**
 * Receives what other processes NOTIFY on a channel, for as long as it is open, over a connection of its own.
 *
 * Notifications sent while no connection stood are lost. `onConnect` is therefore called each time that listening begins,
 * the first time included: whoever keeps a copy of the database renews all of it then.
 */
export function listen(
  url: string,
  channel: string,
  onMessage: (payload: string) => void,
  onConnect: () => void,
): { close(): Promise<void> } {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let delayMs = FIRST_DELAY_MS;

  const connect = async () => {
    const connecting = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client = connecting;
    let ended = false;
    const reconnect = () => {
      if (ended) return;
      ended = true;
      connecting.end().catch(() => {});
      if (closed) return;
      timer = setTimeout(connect, delayMs * (0.5 + Math.random()));
      delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS);
    };
    connecting.on('error', reconnect).on('end', reconnect);
    connecting.on('notification', (message) => onMessage(message.payload ?? ''));
    try {
      await connecting.connect();
      await connecting.query(`listen ${connecting.escapeIdentifier(channel)}`);
    } catch {
      reconnect();
      return;
    }
    if (closed) return;
    delayMs = FIRST_DELAY_MS;
    onConnect();
  };
  void connect();

  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}

/** The channel on which a shop's domain is sent when what its rate requests rest on has changed. */
export const CONFIGURATION_CHANGED = 'configuration_changed';

/** Tells every process, once the transaction commits, that the shop's configuration is to be read again. */
export async function notifyConfigurationChanged(
  transaction: Prisma.TransactionClient,
  shop: string,
): Promise<void> {
  await transaction.$executeRaw`select pg_notify(${CONFIGURATION_CHANGED}, ${shop})`;
}
