import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startSite } from './site-harness.ts';

const site = await startSite();

interface Group {
  id: string;
  order_item_id: string;
  state: string;
  quantity: number;
  parcel_id?: string;
  endpoint_id?: string;
  reason?: string;
  index_ranges: { from: number; to: number }[];
}

async function groups(id: string): Promise<Group[]> {
  return (await site.order(id)).line_item_groups;
}

test('a part of a group that moves becomes a group of its own, and merges again when it is alike', async () => {
  await site.createOrder('1');
  const [first, second] = await groups('1');
  await site.door('orders/1/claim', { indexRanges: [{ from: 3, to: 3 }], endpointId: 'store_paris' });
  expect(await groups('1')).toMatchObject([
    { id: first?.id, quantity: 2 },
    {
      id: second?.id,
      state: 'created',
      quantity: 2,
      index_ranges: [
        { from: 2, to: 2 },
        { from: 4, to: 4 },
      ],
    },
    { id: expect.not.stringMatching(String(second?.id)), state: 'claimed', endpoint_id: 'store_paris' },
  ]);
  await site.door('orders/1/claim', { itemQuantities: { 'SKU-002': 2 }, endpointId: 'store_paris' });
  expect(await groups('1')).toMatchObject([
    { state: 'created', quantity: 2 },
    { state: 'claimed', quantity: 3, index_ranges: [{ from: 2, to: 4 }] },
  ]);
});

test('PATCH line_item_groups moves by ranges or by quantities, from a state to a state', async () => {
  await site.createOrder('1');
  const patch = (body: Record<string, unknown>) =>
    site.call('PATCH', '/v3/line_item_groups', { order_id: '1', ...body });
  expect(await patch({ from: 'created', to: 'removed', index_ranges: [{ from: 0, to: 0 }] })).toMatchObject({
    status: 200,
  });
  expect(
    await patch({
      from: 'created',
      to: 'claimed',
      item_quantities: { 'SKU-001': 1 },
      endpoint_id: 'store_lyon',
    }),
  ).toMatchObject({ status: 200 });
  const { json } = await site.read('/v2/line_item_groups', {
    filter: { order_id: '1', item_ids: ['SKU-001'] },
    fields: ['state', 'index_ranges', 'endpoint_id'],
  });
  expect(json).toEqual({
    line_item_groups: [
      { state: 'removed', index_ranges: [{ from: 0, to: 0 }] },
      { state: 'claimed', index_ranges: [{ from: 1, to: 1 }], endpoint_id: 'store_lyon' },
    ],
  });
});

test.each([
  ['from another state', { from: 'claimed', to: 'removed', index_ranges: [{ from: 0, to: 0 }] }],
  [
    'of a range that is half in another state',
    { from: 'created', to: 'removed', index_ranges: [{ from: 1, to: 2 }] },
  ],
  ['of a range beyond the order', { to: 'removed', index_ranges: [{ from: 4, to: 5 }] }],
  ['of more than there is', { to: 'removed', item_quantities: { 'SKU-001': 3 } }],
  ['that the workflow does not have', { to: 'created', index_ranges: [{ from: 0, to: 0 }] }],
])('a step %s is refused and changes nothing', async (_name, step) => {
  await site.createOrder('1');
  await site.door('orders/1/remove', { indexRanges: [{ from: 2, to: 2 }] });
  const before = await site.order('1');
  const answer = await site.call('PATCH', '/v3/line_item_groups', { order_id: '1', ...step });
  expect(answer).toMatchObject({ status: 400, json: { error: 'invalid_transition' } });
  expect(await site.order('1')).toEqual(before);
});

test('a step with neither ranges nor quantities, or to a state that nobody knows, is a 400', async () => {
  await site.createOrder('1');
  for (const step of [{ to: 'removed' }, { to: 'painted', item_quantities: { 'SKU-001': 1 } }])
    expect(await site.call('PATCH', '/v3/line_item_groups', { order_id: '1', ...step })).toMatchObject({
      status: 400,
      json: { error: 'invalid_parameter' },
    });
});

test('the status of a refused step follows the site, and so does the form of the list', async () => {
  await site.createOrder('1');
  await site.control({ refusedStepStatus: 422, bareGroupList: true });
  const step = { order_id: '1', from: 'claimed', to: 'removed', item_quantities: { 'SKU-001': 1 } };
  expect(await site.call('PATCH', '/v3/line_item_groups', step)).toMatchObject({ status: 422 });
  expect((await site.read('/v3/line_item_groups', { filter: { order_id: '1' } })).json).toHaveLength(2);
});

test('whatever happens, groups add up to the items, cover each unit once, and no two are alike', async () => {
  const quantities = fc.record({ 'SKU-001': fc.integer({ min: 1, max: 2 }) });
  const ranges = fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
    .map(([one, other]) => [{ from: Math.min(one, other), to: Math.max(one, other) }]);
  const selection = fc.oneof(
    fc.constant({}),
    quantities.map((itemQuantities) => ({ itemQuantities })),
    ranges.map((indexRanges) => ({ indexRanges })),
  );
  const name = fc.constantFrom('claim', 'remove', 'out-of-stock', 'issue', 'bring-back', 'parcels');
  let orders = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, selection), { maxLength: 8 }), async (commands) => {
      orders += 1;
      const id = `random-${orders}`;
      await site.createOrder(id);
      for (const [command, body] of commands) {
        const { status } = await site.door(`orders/${id}/${command}`, body);
        expect([200, 409]).toContain(status);
        const found = await groups(id);
        const covered = found.flatMap(({ index_ranges }) =>
          index_ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)),
        );
        expect(covered.sort()).toEqual([0, 1, 2, 3, 4]);
        for (const [item, quantity] of [
          ['line_1', 2],
          ['line_2', 3],
        ])
          expect(
            found
              .filter(({ order_item_id }) => order_item_id === item)
              .reduce((sum, group) => sum + group.quantity, 0),
          ).toBe(quantity);
        const likenesses = found.map((group) =>
          [group.order_item_id, group.state, group.parcel_id, group.endpoint_id, group.reason].join(),
        );
        expect(new Set(likenesses).size).toBe(found.length);
        expect(new Set(found.map((group) => group.id)).size).toBe(found.length);
      }
    }),
    { numRuns: 25 },
  );
});
