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
} from '#app/features/orders/converge/obstacles.ts';
import { differenceInWords } from '#app/features/orders/export/difference-in-words.ts';
import { refusalInWords } from '#app/features/orders/export/refusal-in-words.ts';
import { whyNotNow } from '#app/features/orders/export/why-not-now.ts';
import { type Reason, reasonOf } from '#app/features/orders/reason.ts';
import { type OneStockErrorCode, oneStockError } from '#app/gateways/onestock/errors.ts';
import { texts as english } from '#app/ui/i18n/en/index.ts';
import { texts as french } from '#app/ui/i18n/fr/index.ts';
import { speak } from '#app/ui/i18n/texts.ts';
import { reasonText } from '#app/ui/orders/use-reason-text.ts';

const inEnglish = speak(english);
const inFrench = speak(french);

const PIECES = ['SKU-1', 'SKU-2'].map((itemId, index) => ({
  ...{ itemId, lineItemId: null, quantity: index + 1 },
  name: itemId,
  lineItemIds: [],
}));

const OBSTACLES = [
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
].map((obstacle) => reasonOf(obstacle));

const REFUND = { id: 'r', at: null, total: '1.00', currency: 'EUR' };
const DIFFERENCES = [
  { isEdited: true, refunds: [] },
  { isEdited: true, refunds: [REFUND] },
  { isEdited: false, refunds: [REFUND] },
].flatMap((order) => differenceInWords({ surplus: PIECES, added: PIECES }, order) ?? []);

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
const SAID = { vendorMessage: 'Too long.', requestId: 'r1' };
const refusal = (code: OneStockErrorCode, details: object) =>
  refusalInWords(oneStockError(code, 'orders', details));
const REFUSALS = [
  ...PATHS.map((field) => refusal('onestock_refused', { ...SAID, field })),
  ...['item', 'endpoint', 'sales_channel', 'ruleset_chaining'].map((kind) =>
    refusal('onestock_not_found', { ...SAID, entity: { kind, id: 'X-9' } }),
  ),
];

const AT = new Date('2026-11-21T12:00:00Z');
const PLACED = { isCancelled: false, isPaid: false, createdAt: AT };
const ASKED = { wasAskedFor: false, wasTakenUp: false };
const LATER = new Date('2026-11-22T12:00:00Z');
const NOT_NOW = [
  whyNotNow({ ...PLACED, isCancelled: true }, { moment: 'paid', since: AT }, ASKED),
  whyNotNow(PLACED, { moment: 'created', since: LATER }, ASKED),
  whyNotNow(PLACED, { moment: 'paid', since: AT }, ASKED),
].flatMap((why) => why?.reason ?? []);

const REASONS = [...OBSTACLES, ...DIFFERENCES, ...REFUSALS, ...NOT_NOW];

/** Of reasons that are the own of who writes them. */
const OTHER_CODES = [
  'order_not_in_shop',
  'order_not_sent',
  'export_stopped_half_way',
  'export_failed_inside',
  'export_id_taken',
  'onestock_not_connected',
  'orders_not_synchronized',
  'nothing_to_send',
  'sales_channel_missing',
  'item_without_sku',
  'item_without_variant',
  'pick_up_unmapped',
  'cancelled_but_kept',
  'cancelled_and_left_alone',
  'cancelled_not_removed',
  'account_to_connect',
  'surplus_unknown',
  'order_too_large',
  'order_never_agrees',
];

/** What English pages would say by the causes alone. */
function byCauses({ causes }: Reason): string {
  return causes
    .map(({ code, params }) => String(inEnglish.t(`orderCauses:${code}` as never, params as never)))
    .join(' ');
}

describe('the words of a reason about an order', () => {
  test.each(REASONS.map((reason) => [reason.causes.map(({ code }) => code).join(', '), reason] as const))(
    'are there in both languages, and in English the stored ones: %s',
    (_codes, reason) => {
      expect(byCauses(reason)).toBe(reason.message);
      expect(reasonText(inEnglish, reason)).toBe(reason.message);
      const text = reasonText(inFrench, reason);
      expect(text).not.toBe(reason.message);
      expect(text).not.toMatch(/\{\{|undefined|order/);
    },
  );

  test.each(OTHER_CODES)('are there in both languages: %s', (code) => {
    const params = { id: '1001', title: 'Engraving', pieces: 2, order: '#1001', count: 251, told: 250 };
    const message = byCauses({ message: '', causes: [{ code, params }] });
    const text = reasonText(inFrench, { message, causes: [{ code, params }] });
    expect(message).toMatch(/^[^{]* [^{]*\.$/);
    expect(text).not.toBe(message);
    expect(text).not.toContain('{{');
  });

  test('name several pieces as the language does', () => {
    expect(reasonText(inFrench, reasonOf(piecesNotHoldable(PIECES)))).toBe(
      'OneStock a retiré 1 × SKU-1 et 2 × SKU-2, mais Shopify ne laisse pas l’application mettre cela en attente. Quelqu’un peut essayer de ' +
        'l’expédier. Remboursez ces articles ou retirez-les de la commande.',
    );
  });

  test('say what a failure of an outside system is, what to do, and what it means for the order', () => {
    const reason = refusal('onestock_timeout', {});
    expect(reasonText(inFrench, reason)).toBe(
      'OneStock n’a pas répondu à temps. L’application redemande d’elle-même ; si cela dure, signalez-le à OneStock. '.replace(
        ' ;',
        '\u00a0;',
      ) + String(inFrench.t('orderCauses:order_maybe_created')),
    );
  });

  test('are the stored ones where a cause is not told or not known', () => {
    const message = 'As it was stored.';
    const known = { code: 'awaiting_payment' };
    for (const causes of [undefined, [], [known, { code: 'of_a_later_version' }]])
      expect(reasonText(inFrench, { message, causes })).toBe(message);
    expect(reasonText(inFrench, { message, causes: [known] })).toBe(
      'La commande sera envoyée à OneStock une fois payée.',
    );
  });
});
