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
