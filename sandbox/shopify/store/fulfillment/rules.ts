/** How fulfillment goes on where Shopify does not say it; the control door's settings hold the choices. */
export interface FulfillmentRules {
  /** What a fulfillment order becomes when a part of it is fulfilled. */
  partlyFulfilledStatus: 'IN_PROGRESS' | 'OPEN';
  /** Whether the last release puts a partial hold and what it left over together again. */
  mergeReleasedHolds: boolean;
  /** What a release without ids lifts. */
  releaseWithoutIds: 'all' | 'own';
  /** What open fulfillment orders become when their order is cancelled. */
  cancelledOrderStatus: 'CLOSED' | 'CANCELLED';
  /** Where the lines go that an edit adds. */
  addedLinesGo: 'existing' | 'new';
  /** Where they go while what is left of the order is held. */
  addedLinesWhileHeld: 'join' | 'new';
  /** Whether open fulfillment orders go where the order's shipping address says after it was changed. */
  destinationsFollowAddress: boolean;
  /** When the goods of an exchange become lines of the order. */
  exchangeLinesCome: 'held' | 'open' | 'processed';
  /** Whether they make the order count as edited, and announce that. */
  exchangesMarkEdited: boolean;
  /** What becomes of a fulfillment over fulfillment orders of several delivery method types. */
  mixedMethodTypes: 'refused' | 'accepted';
}
