import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Control } from './control/control.ts';
import type { Shops } from './store/shops.ts';
import type { Timers } from './timers.ts';
import type { Tokens } from './tokens/tokens.ts';
import type { Webhooks } from './webhooks/webhooks.ts';

/** What the parts of the simulator share. */
export interface Simulator {
  readonly apiKey: string;
  /** Signs webhooks, carrier callbacks and session tokens. */
  readonly apiSecret: string;
  /** The app's base address as Shopify would reach it; asked again at each call, because the app may start later. */
  appUrl(): string;
  now(): Date;
  readonly control: Control;
  readonly timers: Timers;
  readonly shops: Shops;
  readonly tokens: Tokens;
  readonly webhooks: Webhooks;
}

/** The simulator's HTTP application, upon which each part mounts its routes. */
export type SimulatorApp = Hono<{ Bindings: HttpBindings }>;
