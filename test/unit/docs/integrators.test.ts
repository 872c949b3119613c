import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { deliveryPromiseParameter } from '#app/features/orders/index.ts';
import { METAFIELD_TYPES } from '#app/features/orders/promise/order-metafields.ts';
import { SOURCES } from '#app/features/orders/promise/types.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const page = read('docs/integrators.md');

/** The example of this name. */
function example(name: string) {
  const [, text = ''] = new RegExp(`\`\`\`json ${name}\n(.*?)\`\`\``, 's').exec(page) ?? [];
  return JSON.parse(text);
}

/** The first cells of the table that begins with this heading. */
function firstCells(heading: string): string[] {
  const table = page.split('\n\n').find((part) => part.startsWith(`| ${heading} `)) ?? '';
  return [...table.matchAll(/^\| `(.*?)`/gm)].map(([, cell = '']) => cell);
}

describe('docs/integrators.md', () => {
  it('lists every metafield of an order with its type, and every source', () => {
    expect(firstCells('metafield')).toEqual(Object.keys(METAFIELD_TYPES).map((key) => `onestock.${key}`));
    for (const [key, type] of Object.entries(METAFIELD_TYPES))
      expect(page).toMatch(new RegExp(`\\| \`onestock\\.${key}\` +\\| \`${type}\``));
    expect(firstCells('value')).toEqual(SOURCES);
  });

  it('shows deliveries as docs/deliveries.schema.json has them', () => {
    const isValid = new Ajv2020({ allowUnionTypes: true }).compile(
      JSON.parse(read('docs/deliveries.schema.json')),
    );
    expect(isValid(example('deliveries')), JSON.stringify(isValid.errors)).toBe(true);
  });

  it('creates an order in OneStock with the promise of its delivery, as the app does', () => {
    const { order } = example('creation');
    const [delivery] = example('deliveries');
    expect(order.id).toBe(delivery.onestock_order_id);
    expect(order.delivery_promise).toEqual(deliveryPromiseParameter(delivery.promise));
    expect(example('delivery_promise')).toMatchObject([delivery.promise]);
  });

  it('is linked from the README, with the schema', () => {
    for (const path of ['docs/integrators.md', 'docs/deliveries.schema.json'])
      expect(read('README.md')).toContain(`(${path})`);
  });
});
