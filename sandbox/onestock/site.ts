import type { Control } from './control.ts';
import type { OrderStore } from './orders/store.ts';
import type { Tokens } from './tokens.ts';
import type { Webhooks } from './webhooks/index.ts';

/** One OneStock site: what every route of the simulator may read. */
export interface Site {
  siteId: string;
  userId: string;
  password: string;
  control: Control;
  tokens: Tokens;
  orders: OrderStore;
  webhooks: Webhooks;
  newId(): string;
  /** The simulator's clock, `clockOffsetSeconds` included. */
  now(): Date;
}
