import { describe, expect, test } from 'vitest';
import { CARRIER_SERVICE_OBSTACLES } from '#app/features/carrier-service/shape.ts';
import { ACCOUNT_OBSTACLES } from '#app/features/onestock-account/shape.ts';
import { PROMISE_OBSTACLES } from '#app/features/promise/shape.ts';
import { RECORDS_OBSTACLES } from '#app/features/records/shape.ts';
import { SHOP_OBSTACLES } from '#app/features/shops/shape.ts';
import type { CodeTable } from '#app/platform/cause.ts';
import { LANGUAGES } from '#app/words/languages.ts';
import { obstacleText, obstacleTitle } from '#app/words/say.ts';
import { speakWords } from '#app/words/speak.ts';

const SPOKEN = LANGUAGES.map(speakWords);
const [inEnglish, inFrench] = [speakWords('en'), speakWords('fr')];

/** Every obstacle that features raise: each source with its codes and what their words name. */
const RAISED: Readonly<Record<string, CodeTable>> = {
  ...SHOP_OBSTACLES,
  ...ACCOUNT_OBSTACLES,
  ...CARRIER_SERVICE_OBSTACLES,
  ...PROMISE_OBSTACLES,
  ...RECORDS_OBSTACLES,
};

const OBSTACLES = Object.entries(RAISED).flatMap(([source, codes]) =>
  Object.entries(codes).map(([code, names]) => ({
    source,
    code,
    params: Object.fromEntries(names.map((name) => [name, `<${name}>`])),
  })),
);

describe('the words of an obstacle', () => {
  test.each(OBSTACLES)('are there in every language and name what they know: $source, $code', (obstacle) => {
    const { source, code, params } = obstacle;
    const texts = SPOKEN.map((words) => obstacleText(words, { source, causes: [{ code, params }] }));
    for (const text of texts) {
      for (const named of Object.values(params)) expect(text).toContain(named);
      expect(text).not.toContain('{{');
      expect(text.startsWith(`${code.replaceAll('_', ' ')}.`)).toBe(false);
      // What happened, what it means, what to do.
      expect(text.split(/[.»] /).length).toBeGreaterThan(1);
    }
    expect(new Set(texts).size).toBe(texts.length);
  });

  test.each(Object.keys(RAISED))('have a title in every language: %s', (source) => {
    const titles = SPOKEN.map((words) => obstacleTitle(words, { source }));
    expect(titles).not.toContain(source.replaceAll('_', ' '));
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('say what happened, what it means for shoppers, and what to do', () => {
    const obstacle = { source: 'onestock_endpoints', causes: [{ code: 'onestock_timeout' }] };
    expect(obstacleText(inFrench, obstacle)).toBe(
      'Les magasins n’ont pas pu être lus chez OneStock. OneStock n’a pas répondu à temps. Les clients continuent de voir les magasins connus jusqu’ici. L’application redemande d’elle-même ; si cela dure, signalez-le à OneStock.'.replace(
        / (?=[:;])/g,
        '\u00a0',
      ),
    );
  });

  test('write out what is not known, as of a row of a later version, and say so of what cannot be read', () => {
    const later = { source: 'of_a_later_version', causes: [{ code: 'of_a_later_version' }] };
    expect(obstacleText(inFrench, later)).toBe('of a later version.');
    expect(obstacleTitle(inFrench, later)).toBe('of a later version');
    const unreadable = { source: 'carrier_service', causes: [{ code: 'unreadable' }] };
    expect(obstacleText(inEnglish, unreadable)).toMatch(/^Another version of the app .*shoppers may see no/);
  });
});
