import type { Change, Order } from './types.ts';
import type { GroupState, OrderState } from './workflow.ts';

const begun: readonly GroupState[] = ['claimed', 'ready', 'provided', 'fulfilled'];

/**
 * Lets the state of an order follow from its units: `removed` when all of them are, `fulfilled` when nothing is left to do, `claimed` once
 * something is done, and again once something came back. Inferred: public is only that steps cascade
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/1240498177/Entity+Lifecycle+and+Workflow).
 */
export function settleOrder(order: Order, { cameBack }: { cameBack: boolean }, time: number): Change[] {
  const { state: from } = order;
  const to = settledState(order, cameBack);
  if (from === to) return [];
  Object.assign(order, { state: to, lastUpdate: time });
  return [{ topic: 'order_state_changed', from, to }];
}

function settledState({ state, units }: Order, cameBack: boolean): OrderState {
  if (units.every((unit) => unit.state === 'removed')) return 'removed';
  if (units.every((unit) => unit.state === 'removed' || unit.state === 'fulfilled')) return 'fulfilled';
  const isBegun = units.some((unit) => begun.includes(unit.state));
  return cameBack || (state === 'created' && isBegun) ? 'claimed' : state;
}
