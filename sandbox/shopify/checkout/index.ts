import type { Simulator, SimulatorApp } from '../simulator.ts';
import { createCheckouts } from './checkouts.ts';
import { mountCheckoutControl } from './control-routes.ts';
import { mountCheckoutPages } from './pages/routes.ts';
import { createRateEngine } from './rates.ts';

/** Adds the simulated checkout to the simulator: rates, orders, its part of the control door, and the pages that people see. */
export function mountCheckout(app: SimulatorApp, simulator: Simulator): void {
  const { apiSecret, control } = simulator;
  const engine = createRateEngine({ apiSecret, now: simulator.now, settings: control.settings });
  const checkouts = createCheckouts(engine);
  mountCheckoutControl(app, simulator, checkouts, engine);
  mountCheckoutPages(app, simulator, checkouts);
}
