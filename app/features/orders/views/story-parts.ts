import { z } from 'zod';
import {
  type Causes,
  type Obstacle,
  parseCauses,
  type StandingObstacle,
} from '#app/features/obstacles/index.ts';
import { type Decision, decisionFor } from '../export/decided.ts';
import { type ExportState, type IntentState, ORDER_SOURCES, type OrderCode } from '../shape.ts';
import { webAddress } from '../web-address.ts';
import { arrivalOf } from './arrival-window.ts';
import type { Cancelled } from './cancelled-parcels.ts';
import type { DeliveryView, ExportView, FulfilmentView, ObstacleView } from './types.ts';

export function obstaclePart(obstacle: Obstacle | StandingObstacle): ObstacleView {
  const { source, causes, severity, remedies, attempts, since } = obstacle;
  return { source, causes, severity, remedies, attempts, since: since.toISOString() };
}

/** Causes by their column; undefined where there are none. */
export function causesPart(kept: unknown): Causes | undefined {
  return kept === null ? undefined : parseCauses(kept);
}

interface ExportRow {
  state: string;
  causes: unknown;
  exportedAt: Date | null;
  closedAt: Date | null;
  comparedAt: Date | null;
}

export interface DeliveryRow {
  number: number;
  oneStockOrderId: string;
  oneStockState: string | null;
  exportedAt: Date | null;
  choice: unknown;
  fulfillmentOrderIds: string[];
  items: unknown;
  removed: unknown;
  sent: unknown;
}

export const keptItems = z
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

export function exportPart(row: ExportRow, deliveries: DeliveryView[]): ExportView {
  return {
    // Only the export and the comparison write it.
    state: row.state as ExportState,
    causes: causesPart(row.causes),
    exportedAt: row.exportedAt?.toISOString(),
    closedAt: row.closedAt?.toISOString(),
    comparedAt: row.comparedAt?.toISOString(),
    deliveries,
  };
}

export const keptChoice = z
  .object({ methodType: z.string(), code: z.string().nullable(), locationId: z.string().nullable() })
  .nullable()
  .catch(null);
const sentOrder = z.looseObject({
  delivery: z.looseObject({ destination: z.looseObject({ endpoint_id: z.string().optional() }) }).optional(),
  delivery_promise: z
    .looseObject({ sent_delivery_option: z.looseObject({}).optional() })
    .optional()
    .catch(undefined),
});

/** @param urlOf the page of an order in OneStock's back office, by its id there */
export function deliveryPart(
  row: DeliveryRow,
  urlOf: (oneStockOrderId: string) => string | undefined,
): Omit<DeliveryView, 'isSentAgain' | 'isAskedAfterwards'> {
  const { number, oneStockOrderId, exportedAt } = row;
  const chosen = keptChoice.parse(row.choice);
  const sent = sentOrder.catch({}).parse(row.sent);
  return {
    ...{ number, oneStockOrderId, sent },
    oneStockState: row.oneStockState ?? undefined,
    exportedAt: exportedAt?.toISOString(),
    methodType: chosen?.methodType,
    code: chosen?.code ?? undefined,
    endpointId: sent.delivery?.destination.endpoint_id,
    promised: arrivalOf(sent.delivery_promise?.sent_delivery_option ?? {}),
    items: keptItems.parse(row.items),
    backOfficeUrl: exportedAt ? urlOf(oneStockOrderId) : undefined,
  };
}

interface IntentRow {
  id: string;
  parcelId: string;
  state: string;
  lines: unknown;
  tracking: unknown;
  intendedAt: Date;
  doneAt: Date | null;
}

/** What a person can decide so that the order is sent, by what stopped it. */
export function decisionsOf(obstacles: readonly ObstacleView[]): Decision[] {
  const stopped = obstacles.filter(({ source }) => source === ORDER_SOURCES.export);
  return stopped.flatMap(({ causes: [{ code }] }) => decisionFor(code) ?? []);
}

export const piecesOfLines = z.array(z.object({ lineItemId: z.string(), quantity: z.number() })).catch([]);

const text = z
  .string()
  .nullish()
  .transform((given) => given || undefined);
const tracking = z
  .object({ number: text, url: text, company: text })
  .catch({ number: undefined, url: undefined, company: undefined });

const IN_DOUBT: OrderCode = 'fulfilment_uncertain';

/**
 * @param obstacles of the order; one of them says why a parcel is in doubt
 * @param cancelled what is known of the fulfilment since it was made
 */
export function fulfilmentPart(
  row: IntentRow,
  obstacles: readonly ObstacleView[],
  cancelled?: Cancelled,
): FulfilmentView {
  const [doubt] = obstacles
    .flatMap(({ causes }) => causes)
    .filter(({ code, params }) => code === IN_DOUBT && params?.parcel === row.parcelId);
  return {
    id: row.id,
    parcelId: row.parcelId,
    // Only the comparison writes it.
    state: cancelled ?? (row.state as IntentState),
    causes: doubt && row.state === 'in_doubt' ? [doubt] : undefined,
    lines: piecesOfLines.parse(row.lines),
    tracking: webTracking(tracking.parse(row.tracking)),
    intendedAt: row.intendedAt.toISOString(),
    doneAt: row.doneAt?.toISOString(),
  };
}

/** See {@link webAddress}. */
export function webTracking(given: FulfilmentView['tracking']): FulfilmentView['tracking'] {
  return { ...given, url: webAddress(given.url) ?? undefined };
}
