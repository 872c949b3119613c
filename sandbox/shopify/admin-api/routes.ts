import type { Simulator, SimulatorApp } from '../simulator.ts';

export function mountAdminApi(_app: SimulatorApp, _simulator: Simulator): void {}
