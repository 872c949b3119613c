import { describe, expect, it } from 'vitest';
import { DEFAULT_TEXTS, GENERAL_TEXTS, renderTemplate } from '#app/features/delivery-options/index.ts';
import { judgeText } from '#app/features/delivery-options/texts/judge-text.ts';
import { askOnce, promise } from '#test/support/promises.ts';
import { deliveryOption, rateRequestJson, snapshot } from '#test/support/rate-requests.ts';

const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'nl'];
const places = GENERAL_TEXTS.flatMap((text) => LANGUAGES.map((language) => [text, language] as const));

describe('a general text', () => {
  it.each(places)(
    '%s has a default in %s that can be saved, and reads well with nothing known',
    (text, language) => {
      const template = DEFAULT_TEXTS[text][language] ?? '';
      expect(judgeText({ of: 'shop', text }, template)).toBeNull();
      expect(renderTemplate(template, {})).toMatch(/^\p{Lu}[^,[\]{}]+$/u);
      expect(template).toContain('{eta}');
    },
  );
});

describe('the description of a rate whose option has none', () => {
  const silent = deliveryOption({ descriptions: {} });
  const described = async (locale: string, own: Record<string, string> = {}) => {
    const shop = snapshot([silent]);
    const texts = { ...shop.texts, home_description: { ...shop.texts.home_description, ...own } };
    const answer = await askOnce({ ...shop, texts }, [promise()], rateRequestJson({ rate: { locale } }));
    return answer.rates[0]?.description;
  };

  it('is the general one in the shopper’s language', async () => {
    expect(await described('de-DE')).toMatch(
      /^Zu Ihnen nach Hause, .*Di.*, mit Colissimo, Bestellung bis .*MEZ$/,
    );
    expect(await described('ja')).toMatch(/^Delivered to your door, Tue/);
  });

  it('is in the merchant’s words where there are some', async () => {
    expect(await described('nl', { nl: 'Thuis {eta}' })).toMatch(/^Thuis di/);
    expect(await described('ja', { ja: 'お届け {eta}' })).toMatch(/^お届け/);
  });

  it('does not stand in for a description in the shop’s own language', async () => {
    const option = deliveryOption({ descriptions: { en: 'By bicycle' } });
    const { rates } = await askOnce(
      snapshot([option]),
      [promise()],
      rateRequestJson({ rate: { locale: 'de' } }),
    );
    expect(rates[0]?.description).toBe('By bicycle');
  });

  it('says nothing of a date while OneStock says none', async () => {
    const { rates } = await askOnce(snapshot([silent]), 'onestock_unreachable');
    expect(rates[0]?.description).toBe('Livré chez vous');
  });
});
