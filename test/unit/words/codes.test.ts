import { describe, expect, test } from 'vitest';
import { ATTACHMENT_CODES, PLACE_CODES } from '#app/features/carrier-service/attachment/shape.ts';
import { CARRIER_SERVICE_OBSTACLES } from '#app/features/carrier-service/shape.ts';
import { OPTION_CODES, TEXT_CODES } from '#app/features/delivery-options/shape.ts';
import { INBOX_CODES } from '#app/features/inbox/shape.ts';
import { OBSTACLE_CODES } from '#app/features/obstacles/shape.ts';
import { ACCOUNT_CODES, ACCOUNT_OBSTACLES, NO_ACCOUNT_CODES } from '#app/features/onestock-account/shape.ts';
import { ORDER_CODES } from '#app/features/orders/shape.ts';
import {
  ASK_CODES,
  DECISION_CODES,
  LINE_CODES,
  PREVIEW_CODES,
  PROMISE_OBSTACLES,
} from '#app/features/promise/shape.ts';
import { RECORDS_OBSTACLES } from '#app/features/records/shape.ts';
import { GIVEN_UP_CODES, OUTCOME_CODES, RUN_CODES } from '#app/features/runs/shape.ts';
import { SHOP_OBSTACLES } from '#app/features/shops/shape.ts';
import { ONESTOCK_CODES } from '#app/gateways/onestock/codes.ts';
import { SHOPIFY_CODES } from '#app/gateways/shopify/codes.ts';
import type { CodeTable } from '#app/platform/cause.ts';
import { texts as english } from '#app/ui/i18n/en/index.ts';
import { texts as french } from '#app/ui/i18n/fr/index.ts';

const RAISED: CodeTable[] = [
  ACCOUNT_OBSTACLES,
  CARRIER_SERVICE_OBSTACLES,
  PROMISE_OBSTACLES,
  RECORDS_OBSTACLES,
  SHOP_OBSTACLES,
].flatMap((sources) => Object.values<CodeTable>(sources));
const SHARED: readonly CodeTable[] = [
  ...RAISED,
  ...[ONESTOCK_CODES, SHOPIFY_CODES, ACCOUNT_CODES, NO_ACCOUNT_CODES, ORDER_CODES],
  ...[ASK_CODES, DECISION_CODES, LINE_CODES],
  ...[INBOX_CODES, RUN_CODES, GIVEN_UP_CODES, OUTCOME_CODES, OBSTACLE_CODES],
];

/** Of a page's list that did not come: no feature says it. */
const OF_PAGES = ['not_loaded'];
const CODES = [...new Set([...SHARED.flatMap((table) => Object.keys(table)), ...OF_PAGES])].sort();

/** The parameters that a code has in any table that has it. */
function paramsOf(code: string): string[] {
  return [...new Set(SHARED.flatMap((table) => table[code] ?? []))].sort();
}

const LANGUAGES = [english, french].map(({ language, pages }) => ({ language, pages }));
const wordsOf = ({ causes, goesOn, reasons, remedies }: (typeof english)['pages']) => ({
  goesOn: goesOn as Readonly<Record<string, string>>,
  causes: causes as Readonly<Record<string, string>>,
  reasons: reasons as Readonly<Record<string, string>>,
  remedies: remedies as Readonly<Record<string, string>>,
});

/** A text's placeholders, without how they are written. */
function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? ''))].sort();
}

describe.each(LANGUAGES)('the words of codes in $language', ({ pages }) => {
  const { causes, goesOn, reasons, remedies } = wordsOf(pages);

  test.each(CODES)('are there and name each parameter of the code and no other: %s', (code) => {
    const sentence = causes[code];
    expect(sentence ?? reasons[code]).toBeTruthy();
    // A phrase stands in a cell and names nothing; a remedy may repeat what the sentence names.
    expect(placeholders(reasons[code] ?? '')).toEqual([]);
    const named = placeholders(sentence ?? '');
    if (sentence) expect(named).toEqual(paramsOf(code));
    for (const name of placeholders(remedies[code] ?? '')) expect(paramsOf(code)).toContain(name);
    if (sentence) expect(sentence).toMatch(/[.}?»”]$/);
  });

  test('belong to a code that a table has', () => {
    const worded = [causes, goesOn, reasons, remedies].flatMap((texts) => Object.keys(texts));
    expect(worded.filter((code) => !CODES.includes(code))).toEqual([]);
  });

  const byPage: [string, CodeTable, Readonly<Record<string, string>>][] = [
    ['a delivery option', OPTION_CODES, pages.options.errors],
    ['a text', TEXT_CODES, pages.translations.errors],
    ['the attachment', ATTACHMENT_CODES, pages.attach.errors],
    ['a place', PLACE_CODES, pages.attach.failures],
    ['a try', PREVIEW_CODES, pages.try.failure],
  ];

  test.each(byPage)('stand in the texts of the page for %s', (_what, table, texts) => {
    for (const [code, names] of Object.entries(table))
      expect([code, placeholders(texts[code] ?? '')]).toEqual([code, [...names].sort()]);
    for (const code of Object.keys(table)) expect(texts[code]).toBeTruthy();
  });
});

test('French says nothing in the words of English', () => {
  const [inEnglish, inFrench] = LANGUAGES.map(({ pages }) => wordsOf(pages));
  for (const kind of ['causes', 'goesOn', 'reasons', 'remedies'] as const) {
    const same = Object.entries(inEnglish?.[kind] ?? {}).filter(
      ([code, text]) => inFrench?.[kind][code] === text && code !== 'told_by_earlier_version',
    );
    expect(same).toEqual([]);
  }
});
