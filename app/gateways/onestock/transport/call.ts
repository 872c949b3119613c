import type { OneStockConnection } from '../connection.ts';
import type { Route } from '../errors.ts';
import type { Deadline } from './deadline.ts';
import type { Exchange } from './exchange.ts';

/** One exchange to be had with OneStock. */
export interface Call {
  connection: OneStockConnection;
  route: Route;
  /** Asks for one thing of the route: `orders/<id>`. */
  entityId?: string;
  /** Asks for a part of that thing: `webhooks/<id>/status`. */
  part?: 'status';
  /** `GET` is sent as a POST that says so in a header, since its parameters travel in a body. */
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** The root of the JSON body, without the site id, which the transport adds. */
  body: Record<string, unknown>;
  deadline: Deadline;
  /** Asked in order to see whether it is allowed: that it is not is no fault to warn of. */
  isProbe?: boolean;
  /** Done twice it would be another thing, or fail: never sent again where the first may have arrived. */
  isOnce?: boolean;
  /** Texts in the body that tell who somebody is: they are kept out of what is said about an error. */
  personal?: readonly string[];
  /** Is shown each exchange, when it is over. */
  observe?(exchange: Exchange): void;
}

/** What came over the wire, not yet understood. */
export interface Answer {
  status: number;
  text: string;
  requestId?: string;
  retryAfter?: string;
}
