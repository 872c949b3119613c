import { describe, expect, test } from 'vitest';
import {
  changeRefused,
  handedOverInNoParcel,
  oneStockOrderMissing,
  parcelGrew,
  parcelNotFulfillable,
  parcelOnHold,
  parcelStateUnknown,
  parcelWithoutPieces,
  piecesNotHoldable,
  uncertainFulfilment,
} from '#app/features/orders/convergence/what-blocks.ts';
import { whatDiffers } from '#app/features/orders/export/what-differs.ts';
import { whyNotNow } from '#app/features/orders/export/why-not-now.ts';
import { whyRefused } from '#app/features/orders/export/why-refused.ts';
import { ORDER_CODES, type OrderCode } from '#app/features/orders/shape.ts';
import { type OneStockErrorCode, oneStockError } from '#app/gateways/onestock/errors.ts';
import type { Cause } from '#app/platform/cause.ts';
import { orderCauses as french } from '#app/words/fr/order-causes.ts';
import { causesText, causeText } from '#app/words/say.ts';
import { speakWords } from '#app/words/speak.ts';

const inEnglish = speakWords('en');
const inFrench = speakWords('fr');

const PIECES = ['SKU-1', 'SKU-2'].map((itemId, index) => ({
  ...{ itemId, lineItemId: null, quantity: index + 1 },
  name: itemId,
  lineItemIds: [],
}));

const BLOCKS = [
  uncertainFulfilment('#1001', 'P1'),
  parcelOnHold('P1', PIECES),
  parcelNotFulfillable('P1', PIECES),
  parcelWithoutPieces('P1', PIECES),
  parcelGrew('P1', PIECES),
  parcelStateUnknown('P1', 'lost', 'closed'),
  piecesNotHoldable(PIECES),
  handedOverInNoParcel(PIECES),
  oneStockOrderMissing('1001'),
  ...(['fulfil', 'hold', 'release', 'move', 'track'] as const).map((change) =>
    changeRefused('#1001', change, 'Not now.'),
  ),
].map((cause) => [cause]);

const REFUND = { id: 'r', at: null, total: '1.00', currency: 'EUR' };
const DIFFERENCES = [
  { isEdited: true, refunds: [] },
  { isEdited: true, refunds: [REFUND] },
  { isEdited: false, refunds: [REFUND] },
].map((order) => whatDiffers(PIECES, order));

const PATHS = [
  'customer.last_name',
  'customer.email',
  'customer',
  'endpoint_id',
  'delivery_promise',
  'delivery.destination',
  'delivery',
  'ruleset',
  'sales_channel',
  'item_id',
  'quantity',
  'currency',
  'types',
  'id',
];
const SAID = { vendorMessage: 'Too long', requestId: 'r1' };
const refusal = (code: OneStockErrorCode, details: object) =>
  whyRefused(oneStockError(code, 'orders', details));
const REFUSALS = [
  ...PATHS.map((field) => refusal('onestock_refused', { ...SAID, field })),
  ...['item', 'endpoint', 'sales_channel', 'ruleset_chaining'].map((kind) =>
    refusal('onestock_not_found', { ...SAID, entity: { kind, id: 'X-9' } }),
  ),
];

const AT = new Date('2026-11-21T12:00:00Z');
const PLACED = { isCancelled: false, isPaid: false, isTest: false, createdAt: AT };
const ASKED = { wasAskedFor: false, wasTakenUp: false };
const LATER = new Date('2026-11-22T12:00:00Z');
const NOT_NOW = [
  whyNotNow({ ...PLACED, isCancelled: true }, { moment: 'paid', since: AT, sendsTests: true }, ASKED),
  whyNotNow(PLACED, { moment: 'created', since: LATER, sendsTests: true }, ASKED),
  whyNotNow(PLACED, { moment: 'paid', since: AT, sendsTests: true }, ASKED),
].flatMap((why) => (why ? [[why.cause]] : []));

const ALL: readonly (readonly Cause[])[] = [...BLOCKS, ...DIFFERENCES, ...REFUSALS, ...NOT_NOW];

describe('the words of causes about an order', () => {
  test.each(ALL.map((causes) => [causes.map(({ code }) => code).join(', '), causes] as const))(
    'are whole sentences in both languages: %s',
    (_codes, causes) => {
      for (const { code, params = {} } of causes) {
        expect(ORDER_CODES).toHaveProperty([code]);
        expect(Object.keys(params).sort()).toEqual([...ORDER_CODES[code as OrderCode]].sort());
      }
      const [said, dit] = [causesText(inEnglish, causes), causesText(inFrench, causes)];
      for (const text of [said, dit]) {
        expect(text).toMatch(/\.$/);
        expect(text).not.toMatch(/\{\{|undefined|not_taken/);
      }
      expect(dit).not.toMatch(/order/);
    },
  );

  test('name several pieces as the language does', () => {
    expect(causeText(inFrench, piecesNotHoldable(PIECES))).toBe(
      'OneStock a retiré 1 × SKU-1 et 2 × SKU-2, mais Shopify ne laisse pas l’application suspendre cela. Quelqu’un peut essayer de ' +
        'l’expédier. Remboursez ces articles ou retirez-les de la commande.',
    );
    expect(causeText(inEnglish, piecesNotHoldable(PIECES))).toContain(
      'OneStock has removed 1 × SKU-1 and 2 × SKU-2,',
    );
  });

  test('say what a failure of an outside system is, what to do, and what it means for the order', () => {
    expect(causesText(inFrench, refusal('onestock_timeout', {}))).toBe(
      'OneStock n’a pas répondu à temps. L’application redemande d’elle-même ; si cela dure, signalez-le à OneStock. '.replace(
        ' ;',
        '\u00a0;',
      ) + french.order_maybe_created.replace(' :', '\u00a0:'),
    );
  });

  test('are what an earlier version said, where it kept nothing else', () => {
    const cause = { code: 'told_by_earlier_version', params: { text: 'As it was stored.' } };
    for (const words of [inEnglish, inFrench]) expect(causeText(words, cause)).toBe('As it was stored.');
  });

  test('are the code itself where another version of the app has written it', () => {
    expect(causesText(inFrench, [{ code: 'awaiting_payment' }, { code: 'of_a_later_version' }])).toBe(
      'La commande sera envoyée à OneStock une fois payée. of a later version.',
    );
  });
});
