import type { Result } from 'neverthrow';
import { z } from 'zod';
import type { CallOptions } from '../connection.ts';
import type { OneStockError } from '../errors.ts';
import type { Call } from '../transport/call.ts';
import type { Exchange } from '../transport/exchange.ts';
import { identifier, laxInstant, laxNumber, laxText } from '../transport/lax.ts';
import { readAnswer } from '../transport/read-answer.ts';
import type { Session } from './session.ts';

export interface HomeQuestion {
  deliveryMethod: string;
  kind: 'home';
  location: {
    /** ISO 3166-1 alpha-2. */
    country: string;
    state?: string;
    zipCode?: string;
  };
}

export interface CollectQuestion {
  deliveryMethod: string;
  kind: 'collect';
  endpointId: string;
}

export type DestinationQuestion = HomeQuestion | CollectQuestion;

export interface DeliveryPromiseQuestion {
  salesChannel?: string;
  lines: readonly { itemId: string; quantity: number }[];
  /** A decimal number in major units (49.99), in the currency of the site. */
  basketTotal?: number;
  options: readonly DestinationQuestion[];
}

export interface DeliveryPromiseAnswer {
  /** One entry a requested option, to be matched by delivery method and, for collect, by endpoint. */
  promises: DeliveryPromise[];
  requestId?: string;
}

export interface DeliveryPromise {
  deliveryMethod: string;
  endpointId?: string;
  /** `valid`, `valid_estimation`, `partial`, `partial_estimation` or `none`; an unknown one is kept as it came. */
  status: string;
  reason?: string;
  /** Until when an order must be placed for this promise to hold. */
  cutoff?: Date;
  etaStart?: Date;
  etaEnd?: Date;
  /** Major units. */
  cost?: number;
  /** IANA name of the destination's zone. */
  timezone?: string;
  carriers: { name: string; option?: string }[];
  /** OneStock's own object as it came: the order sends it back unchanged. */
  option: Record<string, unknown>;
}

export interface ObservedCallOptions extends CallOptions {
  /** Is shown each exchange of the call, without logins; more than one where OneStock refused a token. */
  observe?(exchange: Exchange): void;
}

/** The parts of an answer that come only when they are asked for. */
const OPTIONAL_PARTS = ['delivery_options.delivery_routes', 'delivery_options.cost'];

/**
 * The body of a `delivery_promises` call. The quantity is named `qty` here, unlike in orders
 * (https://extensions.onestock-retail.com/apps/shopify, https://github.com/OneStock-Retail/onestock-magento-connector).
 */
export function deliveryPromiseBody(question: DeliveryPromiseQuestion): Record<string, unknown> {
  const { salesChannel, lines, basketTotal, options } = question;
  return {
    ...(salesChannel !== undefined && { sales_channel: salesChannel }),
    line_items: lines.map(({ itemId, quantity }) => ({ item_id: itemId, qty: quantity })),
    ...(basketTotal !== undefined && { pricing_details: { price: basketTotal } }),
    delivery_options: options.map((option) => ({
      delivery_method: option.deliveryMethod,
      destination: destination(option),
    })),
    fields: OPTIONAL_PARTS,
  };
}

function destination(option: DestinationQuestion): Record<string, unknown> {
  if (option.kind === 'collect') return { endpoint_id: option.endpointId };
  const { country, state, zipCode } = option.location;
  return {
    location: {
      country,
      ...(state !== undefined && { state }),
      ...(zipCode !== undefined && { zip_code: zipCode }),
    },
  };
}

const carrier = z.object({ name: laxText, option: laxText });

/** Dates and costs may be absent, above all where nothing can be promised; only method and status must be there. */
const deliveryOption = z.object({
  delivery_method: identifier,
  status: z.string().min(1),
  reason: laxText,
  cutoff: laxInstant,
  eta_start: laxInstant,
  eta_end: laxInstant,
  cost: laxNumber,
  destination: z
    .object({ endpoint_id: laxText, location: z.object({ timezone: laxText }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  delivery_routes: z
    .array(z.object({ carrier: carrier.optional().catch(undefined) }).catch({ carrier: undefined }))
    .optional()
    .catch(undefined),
});

const deliveryPromise = z.record(z.string(), z.unknown()).transform((option, context): DeliveryPromise => {
  const parsed = deliveryOption.safeParse(option);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
    return z.NEVER;
  }
  const { data } = parsed;
  return {
    deliveryMethod: data.delivery_method,
    endpointId: data.destination?.endpoint_id,
    status: data.status,
    reason: data.reason,
    cutoff: data.cutoff,
    etaStart: data.eta_start,
    etaEnd: data.eta_end,
    cost: data.cost,
    timezone: data.destination?.location?.timezone,
    carriers: (data.delivery_routes ?? []).flatMap(({ carrier: by }) =>
      by?.name === undefined ? [] : [{ name: by.name, option: by.option }],
    ),
    option,
  };
});

/** `{delivery_options: […]}`: an answer without the list is an error, not an empty answer. */
export const deliveryPromisesAnswer = z
  .object({ delivery_options: z.array(deliveryPromise) })
  .transform(({ delivery_options }) => delivery_options);

/** Asks which promises OneStock can keep; one call. */
export async function askDeliveryPromises(
  session: Session,
  call: Pick<Call, 'connection' | 'deadline' | 'observe'>,
  question: DeliveryPromiseQuestion,
): Promise<Result<DeliveryPromiseAnswer, OneStockError>> {
  const route = 'delivery_promises';
  const body = deliveryPromiseBody(question);
  const answer = await session.send({ ...call, route, method: 'GET', body });
  return answer.andThen((accepted) =>
    readAnswer(accepted, route, deliveryPromisesAnswer).map((promises) => ({
      promises,
      requestId: accepted.requestId,
    })),
  );
}

/** Reads delivery options that were kept as OneStock sent them; null when they are none. */
export function readDeliveryOptions(options: unknown): DeliveryPromise[] | null {
  return z.array(deliveryPromise).safeParse(options).data ?? null;
}
