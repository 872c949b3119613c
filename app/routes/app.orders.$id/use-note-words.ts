import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { DeliveryView, ItemView, NoteView } from '#app/features/orders/index.ts';
import { useWords } from '#app/ui/activity/use-words.ts';
import { useLanguage } from '#app/ui/i18n/use-language.ts';
import { numberOf } from '#app/ui/orders/order-address.ts';
import { useCausesText } from '#app/ui/orders/use-causes-text.ts';
import { textUnder } from '#app/words/text-under.ts';
import { nameOfItem } from './name-of-item.ts';
import { type DeliveryNames, useDeliveryWords } from './use-delivery-words.ts';

const param = z.union([z.string(), z.number(), z.array(z.string())]);
const cause = z.object({ code: z.string(), params: z.record(z.string(), param).optional() });
const causes = z.tuple([cause], cause);

/** What notes are known to bring along; what is of another kind counts as not told. */
const text = z.string().optional().catch(undefined);
const facts = z.object({
  causes: causes.optional().catch(undefined),
  note: text,
  sources: z.array(z.string()).catch([]),
  oneStockOrderId: text,
  parcelId: text,
  trackingNumber: text,
  carrier: text,
  total: text,
  currency: text,
  decision: z.enum(['fulfilled', 'not_fulfilled', 'without', 'several', 'late']).optional().catch(undefined),
  isRemoved: z.boolean().optional().catch(undefined),
  keptPieces: z.number().catch(0),
  lines: z.array(z.object({ lineItemId: z.string(), quantity: z.number() })).catch([]),
});

type Facts = z.infer<typeof facts>;
type Line = { lineItemId: string; quantity: number };

/** Lines of the order as the merchant calls them: "2 × Linen shirt - M, 1 × Scarf". */
export function piecesInWords(lines: readonly Line[], items: readonly ItemView[]): string {
  const nameOf = (line: Line) => {
    const item = items.find(({ lineItemId }) => lineItemId === line.lineItemId);
    return item ? nameOfItem(item) : numberOf(line.lineItemId);
  };
  return lines.map((line) => `${line.quantity} × ${nameOf(line)}`).join(', ');
}

interface NoteOrder {
  items: readonly ItemView[];
  deliveries: readonly DeliveryView[];
  names: DeliveryNames;
}

/** What a note of an order says: what happened, and what is known of it. A kind without words is said as it is. */
export function useNoteWords({ items, deliveries, names }: NoteOrder) {
  const { t, i18n } = useTranslation('orders');
  const language = useLanguage();
  const words = useWords();
  const causesText = useCausesText();
  const wayOf = useDeliveryWords(names);
  const money = (amount: string, currency: string) =>
    new Intl.NumberFormat(language, { style: 'currency', currency }).format(Number(amount));
  const parcelOf = ({ parcelId, lines }: Facts) =>
    parcelId && t('details.parcel', { id: parcelId, pieces: piecesInWords(lines, items) });
  const trackingOf = ({ trackingNumber, carrier }: Facts) =>
    trackingNumber && [t('details.tracking', { number: trackingNumber }), carrier].filter(Boolean).join(', ');
  const exportedAs = (id: string) => {
    const delivery = deliveries.find(({ oneStockOrderId }) => oneStockOrderId === id);
    if (!delivery || deliveries.length === 1) return [t('details.exported', { id })];
    return [
      t('details.exportedDelivery', { id, way: wayOf(delivery) }),
      piecesInWords(delivery.items, items),
    ];
  };
  const detailsOf = ({ kind, facts: given }: NoteView): (string | undefined)[] => {
    const known = facts.parse(given);
    switch (kind) {
      case 'promised':
      case 'not_promised':
        return [known.sources.map(words.source).join(', ')];
      case 'exported':
        return known.oneStockOrderId ? exportedAs(known.oneStockOrderId) : [];
      case 'fulfilled':
        return [parcelOf(known), trackingOf(known)];
      case 'tracked':
        return [known.parcelId && t('fulfilments.parcel', { id: known.parcelId }), trackingOf(known)];
      case 'shortfall':
        return [parcelOf(known), t('details.shortfall')];
      case 'decided':
      case 'decided_to_send':
        return [
          known.parcelId && t('fulfilments.parcel', { id: known.parcelId }),
          known.decision && t(`details.decided.${known.decision}`),
        ];
      case 'refunded':
        return [known.total && known.currency && money(known.total, known.currency)];
      case 'cancelled':
        if (known.isRemoved === undefined) return [];
        if (!known.isRemoved) return [t('details.leftAlone')];
        return [
          known.keptPieces > 0
            ? t('details.partlyRemoved', { count: known.keptPieces })
            : t('details.removed'),
        ];
      default:
        return [known.causes && causesText(known.causes), known.note];
    }
  };
  return (note: NoteView) => {
    return {
      title: textUnder(i18n, `orders:notes.${note.kind}`) ?? note.kind,
      details: (note.isStanding ? [] : detailsOf(note)).filter(
        (detail) => detail !== undefined && detail !== '',
      ),
    };
  };
}
