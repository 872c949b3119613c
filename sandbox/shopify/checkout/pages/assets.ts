import { readFileSync } from 'node:fs';
import type { SimulatorApp } from '../../simulator.ts';

/** Style sheets and script of every page. */
export const styleSheets = ['checkout.css', 'forms.css', 'panels.css'];
export const script = 'checkout.js';

/** Serves them, read again at each request so that an edit shows at once. */
export function mountAssets(app: SimulatorApp): void {
  for (const name of [...styleSheets, script]) {
    const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
    const file = new URL(`../assets/${name}`, import.meta.url);
    app.get(assetPath(name), (context) =>
      context.body(readFileSync(file, 'utf8'), 200, { 'Content-Type': `${type}; charset=utf-8` }),
    );
  }
}

export function assetPath(name: string): string {
  return `/checkout/assets/${name}`;
}
