import { z } from 'zod';

/** What the control door changes of orders after they are placed: all of it is inferred, or seen and contradicted. */
export const fulfillmentSettings = {
  /** What a fulfillment order becomes when a part of it is fulfilled. Shopify names no rule. */
  partlyFulfilledStatus: z.enum(['IN_PROGRESS', 'OPEN']).default('IN_PROGRESS'),
  /**
   * Whether the last release of a partial hold gives back the pieces that it had left over, and closes their fulfillment order
   * (https://github.com/airhorns/shopify-draft-proxy, docs/endpoints/shipping-fulfillments.md).
   */
  mergeReleasedHolds: z.boolean().default(true),
  /**
   * What a release without ids lifts: all holds, as the schema says
   * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentOrderReleaseHold), or those of the app that calls, as the project above
   * recorded.
   */
  releaseWithoutIds: z.enum(['all', 'own']).default('all'),
  /** What becomes of the open fulfillment orders of a cancelled order. */
  cancelledOrderStatus: z.enum(['CLOSED', 'CANCELLED']).default('CLOSED'),
  /** Whether lines that an edit adds join an open fulfillment order, or get their own. */
  addedLinesGo: z.enum(['existing', 'new']).default('existing'),
  /**
   * Where they go while everything that is left is held: into the held fulfillment order, which is why apps hold it
   * (https://help.nosto.com/en/articles/11573001, https://intercom.help/aftersell/en/articles/8593951), or into an open one of their own.
   */
  addedLinesWhileHeld: z.enum(['join', 'new']).default('join'),
  /** Whether open fulfillment orders go where the order's shipping address says after it was changed. Inferred. */
  destinationsFollowAddress: z.boolean().default(true),
  /**
   * When the goods of an exchange become lines of the order: with the return, on hold until its pieces have come in
   * (https://shopify.dev/docs/api/admin-graphql/latest/enums/FulfillmentHoldReason, `AWAITING_RETURN_ITEMS`), or with it and open, or when it is
   * processed (https://shopify.dev/docs/api/admin-graphql/latest/objects/ExchangeLineItem, `lineItems`).
   */
  exchangeLinesCome: z.enum(['held', 'open', 'processed']).default('held'),
  /** Whether an exchange sets `edited` and announces `orders/edited`. Unknown. */
  exchangesMarkEdited: z.boolean().default(false),
  /** Whether a metafield that is written on an order counts as its update, with `orders/updated`. Unknown. */
  metafieldsUpdateOrders: z.boolean().default(false),
  /**
   * What becomes of a fulfillment over fulfillment orders of several delivery method types. The schema names no such rule; live shops refuse it
   * (https://github.com/lightward/mechanic-tasks/issues/158, https://github.com/ChannelApe/shopify-sdk/issues/102).
   */
  mixedMethodTypes: z.enum(['refused', 'accepted']).default('refused'),
  /**
   * Whether an order that is paid when it is placed announces `orders/paid` too. The topic is sent whenever an order is paid
   * (https://shopify.dev/docs/api/admin-graphql/latest/enums/WebhookSubscriptionTopic).
   */
  paidAtPlacing: z.boolean().default(true),
  /** Whether the app may see names, addresses, e-mail and telephone (https://shopify.dev/docs/apps/launch/protected-customer-data). */
  protectedCustomerData: z.boolean().default(true),
};
