import type { AddressInfo, Server, Socket } from 'node:net';

/** The port at which a site is reached. */
export interface Front {
  /** Origin, such as `http://127.0.0.1:41234`. */
  url: string;
  /** Closes the port and opens it again after so long. The function that it returns cuts the connections that are open still. */
  leave(seconds: number): () => void;
  /** Closes the port for good and cuts every open connection. */
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 at `port`, a free one when it is 0. */
export async function openFront(server: Server, port: number): Promise<Front> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const open = (chosenPort: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(chosenPort, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };

  await open(port);
  const { port: openedPort } = server.address() as AddressInfo;
  let returning: NodeJS.Timeout | undefined;
  return {
    url: `http://127.0.0.1:${openedPort}`,
    leave(seconds) {
      server.close();
      clearTimeout(returning);
      returning = setTimeout(() => void open(openedPort), seconds * 1000);
      return cut;
    },
    close() {
      clearTimeout(returning);
      return new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      });
    },
  };
}
