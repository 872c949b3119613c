import { describe, expect, test } from 'vitest';
import type { Cause } from '#app/platform/cause.ts';
import { causesText } from '#app/words/say.ts';
import { speakWords } from '#app/words/speak.ts';

const [english, french] = [speakWords('en'), speakWords('fr')];
/** Without the spaces that French binds. */
const inFrench = (causes: readonly Cause[]) => causesText(french, causes).replaceAll('\u00a0', ' ');
const inEnglish = (causes: readonly Cause[]) => causesText(english, causes);

const AFTER_HOLD = { code: 'late_after_hold', params: { reason: 'High risk of fraud' } };
const TELL = { code: 'tell_shopper' };

describe('an order that waited past the cut-off of its promise', () => {
  test('with a later date is said to come later, why, and once that the shopper is to be told', () => {
    const by = { code: 'now_promised_by', params: { date: '2026-12-03T12:00:00.000Z' } };
    expect(inEnglish([AFTER_HOLD, by, TELL])).toBe(
      'The order was on hold (High risk of fraud) for so long that the cut-off of its promise has passed. OneStock can now keep 3 December 2026, later than the shopper was told. Tell the shopper.',
    );
    expect(inFrench([AFTER_HOLD, by, TELL])).toBe(
      'La suspension de la commande (High risk of fraud) a duré si longtemps que l’heure limite de sa promesse est passée. OneStock peut maintenant tenir le 3 décembre 2026, plus tard qu’annoncé au client. Prévenez le client.',
    );
  });

  test('without a date is only said to come later perhaps', () => {
    expect(inEnglish([AFTER_HOLD, { code: 'no_promise_any_more' }])).toMatch(/it may come later than/);
    expect(inFrench([AFTER_HOLD, { code: 'no_promise_any_more' }])).toMatch(/peut arriver plus tard/);
  });
});

describe('a pickup at a location without an endpoint', () => {
  test('names what is picked up and where', () => {
    const params = { pieces: ['1 × Polo', '2 × Scarf'], location: 'Paris warehouse' };
    const causes = [{ code: 'pick_up_location_unmapped', params }];
    expect(inEnglish(causes)).toMatch(
      /^The shopper picks up 1 × Polo and 2 × Scarf at “Paris warehouse”, which/,
    );
    expect(inFrench(causes)).toMatch(
      /^Le client retire 1 × Polo et 2 × Scarf à « Paris warehouse », emplacement/,
    );
  });

  test('of which an earlier version kept neither is worded all the same', () => {
    const causes = [{ code: 'pick_up_unmapped' }];
    expect(inEnglish(causes)).toMatch(/^The shopper picks up the order, or a part of it, at a location/);
    expect(inFrench(causes)).toMatch(/^Le client retire la commande, ou une partie, à un emplacement/);
  });
});

describe('what an order waits for', () => {
  const hold = { code: 'awaits_hold', params: { reason: 'Waits 30 min.' } };
  const opens = { code: 'opens_on', params: { date: '2027-01-03T12:00:00.000Z' } };

  test.each([
    [
      'a hold, by the reason that was given',
      hold,
      'Waits for a hold in Shopify (reason given: Waits 30 min.).',
      'Attend la levée d’une suspension dans Shopify (raison indiquée : Waits 30 min.).',
    ],
    [
      'a hold without a reason, and where to look',
      { code: 'awaits_hold_unnamed' },
      'the order in Shopify shows what is on hold',
      'la commande dans Shopify montre ce qui est suspendu',
    ],
    [
      'its day, when its date may be another',
      opens,
      'OneStock is asked for a date anew where the cut-off of its promise has passed',
      'une nouvelle date est demandée à OneStock si l’heure limite de la promesse est passée',
    ],
    [
      'Shopify, which may never show anything of another service',
      { code: 'not_routed' },
      'if it belongs to another service, there is nothing to do',
      'si elle relève d’un autre service, il n’y a rien à faire',
    ],
    [
      'a permission, whether all or a part of it is scheduled',
      { code: 'all_orders_not_readable' },
      'What is scheduled may open more than 60 days after',
      'Ce qui est programmé s’ouvrira peut-être plus de 60 jours après',
    ],
  ])('is said: %s', (_what, cause, said, dit) => {
    expect(inEnglish([cause])).toContain(said);
    expect(inFrench([cause])).toContain(dit);
  });
});

test('a promise asked for after the cut-off is not said to have other dates than were shown', () => {
  const causes = [{ code: 'cutoff_passed_before_order' }];
  expect(inEnglish(causes)).toMatch(
    /If the order has no date now, or another than the shopper was shown, write to/,
  );
  expect(inFrench(causes)).toMatch(
    /Si la commande n’a plus de date, ou une autre que celle que le client a vue/,
  );
});

test('ways in which parts of an order come are two delivery options as well', () => {
  expect(inEnglish([{ code: 'several_deliveries' }])).toMatch(
    /different ways, or by different delivery options/,
  );
  expect(inFrench([{ code: 'several_deliveries' }])).toMatch(
    /façons ou par différentes options de livraison/,
  );
});

test('a country is called by its name, and by its code where it has none', () => {
  const moved = (to: string) => [{ code: 'country_changed', params: { from: 'FR', to } }];
  expect(inEnglish(moved('DE'))).toContain('Germany rather than France');
  expect(inFrench(moved('DE'))).toContain('Allemagne au lieu de France');
  expect(inEnglish(moved('nowhere'))).toContain('nowhere rather than France');
});
