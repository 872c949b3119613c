import { describe, expect, test } from 'vitest';
import type { ToldProblem } from '#app/features/activity/index.ts';
import { STEP_OF_FAULT } from '#app/features/connection/diagnosis.ts';
import { texts as english } from '#app/ui/i18n/en/index.ts';
import { texts as french } from '#app/ui/i18n/fr/index.ts';
import { speak } from '#app/ui/i18n/texts.ts';
import { problemText } from '#app/ui/use-problem-text.ts';

const inEnglish = speak(english);
const inFrench = speak(french);

const SHOPIFY_CODES = Object.keys(english.pages.reasons).filter((code) => code.startsWith('shopify_'));
const ONESTOCK_CODES = [
  'onestock_unreachable',
  'onestock_timeout',
  'onestock_cancelled',
  'onestock_credentials_refused',
  'onestock_forbidden',
  'onestock_rate_limited',
  'onestock_route_unknown',
  'onestock_not_found',
  'onestock_conflict',
  'onestock_refused',
  'onestock_failed',
  'onestock_unreadable',
  'onestock_host_refused',
];
const ACCOUNT = { host: 'https://c8001.example', siteId: 'c8001', userId: 'us_api', refused: 'orders' };
const SAID = { said: 'Not on your plan.' };

/** Every problem that features raise, by its key: the codes of its causes and what their words name. */
const RAISED: Record<string, [codes: readonly string[], params?: Record<string, string | number>][]> = {
  onestock_connection: [[Object.keys(STEP_OF_FAULT), ACCOUNT]],
  onestock_access: [[['policy', 'foreign_answer'], ACCOUNT]],
  onestock_endpoints: [[ONESTOCK_CODES], [['endpoints_gone'], { known: 4 }]],
  onestock_webhook: [[ONESTOCK_CODES], [['webhook_paused']]],
  onestock_webhook_signature: [[['webhook_signature_unknown']]],
  shopify_access: [[SHOPIFY_CODES]],
  shop_facts: [[SHOPIFY_CODES]],
  metafield_definitions: [
    [SHOPIFY_CODES],
    [['definition_refused'], { metafield: 'onestock.endpoint_id', ...SAID }],
    [['definition_conflict'], { metafields: 'onestock.endpoint_id' }],
  ],
  carrier_service: [[SHOPIFY_CODES], [['carrier_service_refused', 'carrier_service_twice'], SAID]],
  currency_mismatch: [[['currency_mismatch'], { currency: 'EUR', options: 'EXPRESS' }]],
  carrier_signature: [[['carrier_signature_wrong']]],
  customer_data_request_1: [
    [['customer_data_none', 'customer_data_kept'], { request: '1', orders: '#1001' }],
  ],
};

const PROBLEMS: ToldProblem[] = Object.entries(RAISED).flatMap(([key, causes]) =>
  causes.flatMap(([codes, params]) =>
    codes.map((code) => ({ key, message: 'As it was stored.', cause: { code, ...(params && { params }) } })),
  ),
);

describe('the words of a problem', () => {
  test.each(PROBLEMS.map((problem) => [problem.key, problem.cause?.code, problem] as const))(
    'are there in both languages: %s, %s',
    (_key, _code, problem) => {
      const [one, other] = [problemText(inEnglish, problem), problemText(inFrench, problem)];
      for (const text of [one, other]) {
        expect(text).not.toBe(problem.message);
        expect(text).not.toContain('{{');
        // What happened, what it means, what to do.
        expect(text.split(/[.»] /).length).toBeGreaterThan(1);
      }
      expect(other).not.toBe(one);
    },
  );

  test('say what happened, what it means for shoppers, and what to do', () => {
    const problem = {
      key: 'onestock_endpoints',
      message: 'As it was stored.',
      cause: { code: 'onestock_timeout' },
    };
    expect(problemText(inFrench, problem)).toBe(
      'Les magasins n’ont pas pu être lus chez OneStock : OneStock n’a pas répondu à temps. Les clients continuent de voir les magasins connus jusqu’ici. L’application redemande d’elle-même ; si cela dure, signalez-le à OneStock.'.replace(
        / (?=[:;])/g,
        '\u00a0',
      ),
    );
  });

  test('are the stored ones where the cause is not told or not known', () => {
    const message = 'As it was stored.';
    for (const cause of [undefined, { code: 'of_a_later_version' }, { code: 'onestock_timeout' }])
      expect(problemText(inFrench, { key: 'of_a_later_version', message, ...(cause && { cause }) })).toBe(
        message,
      );
  });
});
