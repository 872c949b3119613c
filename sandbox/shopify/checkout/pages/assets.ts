import { readFileSync } from 'node:fs';
import type { SimulatorApp } from '../../simulator.ts';

const files = {
  'frame.css': new URL('../assets/frame.css', import.meta.url),
  'forms.css': new URL('../assets/forms.css', import.meta.url),
  'shop.css': new URL('../assets/shop.css', import.meta.url),
  'panels.css': new URL('../assets/panels.css', import.meta.url),
  'checkout.js': new URL('../assets/checkout.js', import.meta.url),
};

const pathOf = (name: string) => `/checkout/assets/${name}`;

/** Addresses of what every page loads. */
export const styleSheets = Object.keys(files)
  .filter((name) => name.endsWith('.css'))
  .map(pathOf);
export const script = pathOf('checkout.js');

/** Serves them, read again at each request so that an edit shows at once. */
export function mountAssets(app: SimulatorApp): void {
  for (const [name, file] of Object.entries(files)) {
    const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
    app.get(pathOf(name), (context) =>
      context.body(readFileSync(file, 'utf8'), 200, { 'Content-Type': `${type}; charset=utf-8` }),
    );
  }
}
