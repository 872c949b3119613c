import { describe, expect, it } from 'vitest';
import { askOnce, promise } from '#test/support/promises.ts';
import { collectOption, rateRequestJson, snapshot } from '#test/support/rate-requests.ts';

describe('a collection', () => {
  it('is a rate a store, with the store in name and code, ready in the store’s own zone', async () => {
    const ready = (endpointId: string) =>
      promise({
        deliveryMethod: 'ckc',
        endpointId,
        option: { delivery_method: 'ckc', destination: { endpoint_id: endpointId } },
      });
    const json = rateRequestJson({ rate: { locale: 'en-GB' } });
    const { rates, shown } = await askOnce(
      snapshot([collectOption()]),
      [ready('store_purpan'), ready('store_capitole')],
      json,
    );
    expect(
      rates.map(({ service_code, service_name, description }) => ({
        service_code,
        service_name,
        description,
      })),
    ).toEqual([
      {
        service_code: 'COLLECT:store_capitole',
        service_name: 'Collect at Toulouse Capitole',
        description: 'Ready Tue 24 Nov, 08:00, Toulouse Capitole, Toulouse',
      },
      {
        service_code: 'COLLECT:store_purpan',
        service_name: 'Collect at Toulouse Purpan',
        description: 'Ready Tue 24 Nov, 08:00, Toulouse Purpan, Toulouse',
      },
    ]);
    expect(shown[0]?.endpointId).toBe('store_capitole');
  });

  it('is left out where no store is near, deliberately', async () => {
    const far = rateRequestJson({
      destination: { latitude: 47.2, longitude: -1.55, postal_code: '44000', city: 'Nantes' },
    });
    const { status, rates, reasons, questions } = await askOnce(snapshot([collectOption()]), [], far);
    expect({ status, rates, reason: reasons.COLLECT }).toEqual({
      status: 200,
      rates: [],
      reason: 'no_store_near',
    });
    expect(questions).toHaveLength(0);
  });
});
