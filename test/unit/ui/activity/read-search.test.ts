import { expect, test } from 'vitest';
import { readSearch } from '#app/routes/app.activity._index/read-search.ts';

const read = (query: string) => readSearch(new URLSearchParams(query));

test('the address says which list, filtered how, and from where on', () => {
  const query =
    'from=2026-11-20&to=2026-11-21&rungs=stale,none&option=A&country=FR&reason=promised&isFailed=1&order=%231001';
  expect(read(`${query}&cursor=older_1_x`)).toEqual({
    list: 'requests',
    cursor: 'older_1_x',
    filters: {
      from: '2026-11-20',
      to: '2026-11-21',
      rungs: ['stale', 'none'],
      option: 'A',
      country: 'FR',
      reason: 'promised',
      isFailed: true,
      order: '#1001',
    },
  });
  expect(read('list=events&state=done&topic=orders/paid')).toEqual({
    list: 'events',
    filters: { state: 'done', topic: 'orders/paid' },
  });
  expect(read('list=jobs&state=cancelling&kind=prepare_shop')).toMatchObject({
    filters: { state: 'cancelling', kind: 'prepare_shop' },
  });
  expect(read('list=attention')).toEqual({ list: 'attention' });
});

test('what cannot be read counts as not asked', () => {
  const query = 'from=2026-02-31&to=tomorrow&rungs=&country=France&isFailed=yes&option=+&order=';
  expect(read(`list=nothing&${query}&cursor=${'x'.repeat(300)}`)).toEqual({ list: 'requests', filters: {} });
  expect(read('list=events&state=resolved')).toEqual({ list: 'events', filters: {} });
  expect(read('from=0000-01-01&order=%00&reason=a%00b&cursor=older_1_%00')).toEqual({
    list: 'requests',
    filters: {},
  });
});

test('a filter of one list is none of another', () => {
  expect(read('list=events&country=FR&topic=orders/paid')).toEqual({
    list: 'events',
    filters: { topic: 'orders/paid' },
  });
  expect(read('list=orders&state=waiting')).toEqual({ list: 'requests', filters: {} });
});
