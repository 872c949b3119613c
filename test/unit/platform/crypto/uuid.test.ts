import { expect, test } from 'vitest';
import { createTimedUuids } from '#app/platform/crypto/index.ts';

test('a timed UUID is of version 7, carries the time, and is never the same', () => {
  const timedUuid = createTimedUuids();
  const now = new Date('2026-11-21T10:00:00.123Z');
  const ids = Array.from({ length: 5000 }, () => timedUuid(now));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now.getTime());
  }
  expect(timedUuid(new Date(now.getTime() + 1)) > (ids.at(-1) ?? '')).toBe(true);
});
