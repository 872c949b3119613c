import { z } from 'zod';

/** What OneStock is asked to tell of. The receiver takes more, for the list of topics is open. */
export const ONESTOCK_TOPICS = [
  'order_state_changed',
  'parcel_state_changed',
  'line_item_group_state_changed',
] as const;
export type OneStockTopic = (typeof ONESTOCK_TOPICS)[number];

/** What is kept of an event on a topic that is none of ours. */
export const OTHER_TOPIC = 'other';

/** What is kept of an event: what it is about, and what cannot be read again. Never its body. */
export interface DescribedEvent {
  topic: OneStockTopic | typeof OTHER_TOPIC;
  /** OneStock's id of the order; null when the event names none. */
  subject: string | null;
  facts: Record<string, string>;
  /** When it happened, to the second. */
  triggeredAt: Date | null;
}

/** Ids and names as they may be kept: not every text that JSON can hold is one, and the database takes no lone surrogate and no U+0000. */
const plain = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => /^[^\p{C}]{1,200}$/u.test(text))
  .optional()
  .catch(undefined);
/** Unix seconds of this century. */
const seconds = z.number().min(946_684_800).max(4_102_444_799).optional().catch(undefined);

const eventBody = z.object({
  topic: plain,
  order_id: plain,
  date: seconds,
  old_state: plain,
  new_state: plain,
  parcel_id: plain,
  line_item_group_id: z.unknown().optional(),
  item_id: z.unknown().optional(),
  index_ranges: z.unknown().optional(),
});

/**
 * Reads what is to be kept of an event of OneStock. `order_id`, `date`, `old_state` and `new_state` are what its Magento connector takes
 * (https://github.com/OneStock-Retail/onestock-magento-connector). Inferred: that the topic may be named, and that the events of parcels and
 * groups name those; where the topic is not named, it is told by these keys.
 *
 * @returns null when the body is not an object
 */
export function describeOneStockEvent(body: unknown): DescribedEvent | null {
  const parsed = eventBody.safeParse(body);
  if (!parsed.success || Array.isArray(body)) return null;
  const { topic: named, order_id, date, old_state, new_state, parcel_id } = parsed.data;
  const topic = named === undefined ? topicByKeys(parsed.data) : ONESTOCK_TOPICS.find((one) => one === named);
  const facts = {
    ...(topic === undefined && named !== undefined && { topic: named }),
    ...(parcel_id !== undefined && { parcelId: parcel_id }),
    ...(old_state !== undefined && { oldState: old_state }),
    ...(new_state !== undefined && { newState: new_state }),
  };
  return {
    topic: topic ?? OTHER_TOPIC,
    subject: order_id ?? null,
    facts,
    triggeredAt: date === undefined ? null : new Date(date * 1000),
  };
}

function topicByKeys(body: z.infer<typeof eventBody>): OneStockTopic | undefined {
  if (body.order_id === undefined) return undefined;
  const ofGroup = [body.line_item_group_id, body.item_id, body.index_ranges];
  if (ofGroup.some((value) => value !== undefined && value !== null)) return 'line_item_group_state_changed';
  return body.parcel_id === undefined ? 'order_state_changed' : 'parcel_state_changed';
}
