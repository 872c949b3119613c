import { z } from 'zod';
import { ENVIRONMENTS } from './form-values.ts';

const LONGEST_TEXT = 1_000;
const MOST_ROWS = 5_000;
const text = z.string().max(LONGEST_TEXT);

const account = {
  siteId: text,
  environment: z.enum(ENVIRONMENTS),
  otherHost: text,
  apiVersion: text,
  userId: text,
  password: text,
};

/** What the page sends: its values to be saved, or the account to be tried. What they must be like is told by the feature. */
export const configurationRequest = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('test'), ...account }),
  z.object({
    intent: z.literal('save'),
    version: z.int(),
    ...account,
    salesChannel: text,
    salesChannels: z.array(z.object({ country: text, channelId: text })).max(MOST_ROWS),
    itemIdSource: z.enum(['sku', 'variant_id']),
    signatureMode: z.enum(['require', 'report']),
    softDeadlineMs: text,
    promiseLifeSeconds: text,
    syncsOrders: z.boolean(),
    syncMoment: z.enum(['created', 'paid']),
    orderId: z.enum(['name', 'numeric']),
    orderIdPrefix: text,
    keepUnshippable: z.boolean(),
    shippedParcelStates: text,
    heldGroupStates: text,
    handedOverGroupStates: text,
    removedGroupState: text,
    closedOrderStates: text,
    notifyCustomer: z.boolean(),
    whereFulfilled: z.enum(['assigned', 'mapped']),
    removeOnCancel: z.boolean(),
    oneStockSignatureForm: z.enum(['body', 'timestamp']),
    rulesets: z
      .array(z.object({ source: z.enum(['option', 'rate']), key: text, rulesetChainingId: text }))
      .max(MOST_ROWS),
    locations: z.array(z.object({ locationId: text, endpointId: text })).max(MOST_ROWS),
  }),
]);
