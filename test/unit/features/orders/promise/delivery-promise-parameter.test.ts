import { describe, expect, it } from 'vitest';
import { deliveryPromiseParameter, type StoredPromise } from '#app/features/orders/index.ts';
import { promiseOf } from '#test/support/shown-rates.ts';

describe('an entry of the metafield, as the parameter of OneStock’s order creation', () => {
  it('is the option unchanged, and the dates that were sent', () => {
    const entry: StoredPromise = { ...promiseOf(0), metric_values: { a: 1 } };
    expect(deliveryPromiseParameter(entry)).toEqual({
      original_delivery_option: entry,
      sent_delivery_option: { eta_start: entry.eta_start, eta_end: entry.eta_end },
    });
  });

  it('invents no date', () => {
    expect(deliveryPromiseParameter({ delivery_method: 'standard' }).sent_delivery_option).toEqual({});
  });
});
