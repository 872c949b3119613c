import { z } from 'zod';
import type { ExportState } from '../export/index.ts';
import { seenReason } from './seen-reason.ts';
import type { SeenExport, SeenFulfilment } from './types.ts';

interface ExportRow {
  state: string;
  reason: string | null;
  reasonCauses: unknown;
  oneStockOrderId: string | null;
  oneStockState: string | null;
  difference: string | null;
  differenceCauses: unknown;
  exportedAt: Date | null;
  closedAt: Date | null;
  comparedAt: Date | null;
  items: unknown;
  sent: Record<string, unknown>;
}

const items = z
  .array(
    z.object({
      lineItemId: z.string(),
      itemId: z.string(),
      quantity: z.number(),
      title: z.string().optional(),
      sku: z.string().optional(),
    }),
  )
  .catch([]);

export function exportPart(row: ExportRow): SeenExport {
  return {
    // Only the export and the comparison write it.
    state: row.state as ExportState,
    reason: seenReason(row.reason, row.reasonCauses),
    oneStockOrderId: row.oneStockOrderId ?? undefined,
    oneStockState: row.oneStockState ?? undefined,
    difference: seenReason(row.difference, row.differenceCauses),
    exportedAt: row.exportedAt?.toISOString(),
    closedAt: row.closedAt?.toISOString(),
    comparedAt: row.comparedAt?.toISOString(),
    items: items.parse(row.items),
    sent: row.sent,
  };
}

interface IntentRow {
  id: string;
  parcelId: string;
  state: string;
  reason: string | null;
  reasonCauses: unknown;
  lines: unknown;
  tracking: unknown;
  intendedAt: Date;
  doneAt: Date | null;
}

export const piecesOfLines = z.array(z.object({ lineItemId: z.string(), quantity: z.number() })).catch([]);

const text = z
  .string()
  .nullish()
  .transform((given) => given || undefined);
const tracking = z
  .object({ number: text, url: text, company: text })
  .catch({ number: undefined, url: undefined, company: undefined });

export function fulfilmentPart(row: IntentRow): SeenFulfilment {
  return {
    id: row.id,
    parcelId: row.parcelId,
    // Only the comparison writes it.
    state: row.state as SeenFulfilment['state'],
    reason: seenReason(row.reason, row.reasonCauses),
    lines: piecesOfLines.parse(row.lines),
    tracking: webTracking(tracking.parse(row.tracking)),
    intendedAt: row.intendedAt.toISOString(),
    doneAt: row.doneAt?.toISOString(),
  };
}

/** A link that comes from outside is one only where it leads to the web: another kind could run in the page. */
export function webTracking(given: SeenFulfilment['tracking']): SeenFulfilment['tracking'] {
  const protocol = URL.parse(given.url ?? '')?.protocol;
  return { ...given, url: protocol === 'https:' || protocol === 'http:' ? given.url : undefined };
}
