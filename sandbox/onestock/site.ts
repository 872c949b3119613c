import type { Control } from './control.ts';
import type { Tokens } from './tokens.ts';

/** One OneStock site: what every route of the simulator may read. */
export interface Site {
  siteId: string;
  userId: string;
  password: string;
  control: Control;
  tokens: Tokens;
  /** The simulator's clock, `clockOffsetSeconds` included. */
  now(): Date;
}
