import { pino } from 'pino';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RaisedObstacle } from '#app/features/obstacles/index.ts';
import { createObstacleWatch } from '#app/features/promise/watch-obstacles.ts';
import { SHOP } from '#test/support/rate-requests.ts';

const KEY = { subject: { kind: 'carrier_service', id: '' }, source: 'carrier_signature' };
const OBSTACLE: RaisedObstacle = {
  ...KEY,
  causes: [{ code: 'carrier_signature_wrong' }],
  severity: 'warning',
  remedies: [],
};
const obstacles = { raise: vi.fn(async () => {}), clear: vi.fn(async () => {}) };
const watching = () => createObstacleWatch({ obstacles, log: pino({ enabled: false }) });

beforeEach(() => {
  obstacles.raise.mockReset().mockResolvedValue();
  obstacles.clear.mockReset().mockResolvedValue();
});

describe('an obstacle that every request could raise', () => {
  it('is written when it appears and when it goes, not at every request', () => {
    const watch = watching();
    for (const isPresent of [true, true, true, false, false, true]) watch(SHOP, isPresent, OBSTACLE);
    expect(obstacles.raise).toHaveBeenCalledTimes(2);
    expect(obstacles.clear).toHaveBeenCalledTimes(1);
    expect(obstacles.raise).toHaveBeenCalledWith(SHOP, OBSTACLE);
    expect(obstacles.clear).toHaveBeenCalledWith(SHOP, KEY);
  });

  it('is one shop’s, and one of its kind', () => {
    const watch = watching();
    watch(SHOP, true, OBSTACLE);
    watch('other.myshopify.com' as typeof SHOP, true, OBSTACLE);
    watch(SHOP, true, { ...OBSTACLE, source: 'currency_mismatch' });
    expect(obstacles.raise).toHaveBeenCalledTimes(3);
  });

  it('is written at the next request when the database did not take it', async () => {
    const watch = watching();
    obstacles.raise.mockRejectedValueOnce(new Error('gone'));
    watch(SHOP, true, OBSTACLE);
    await vi.waitFor(() => {
      watch(SHOP, true, OBSTACLE);
      expect(obstacles.raise).toHaveBeenCalledTimes(2);
    });
  });
});
