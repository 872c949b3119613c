import { cancelOrder } from '../../store/order-changes/cancel-order.ts';
import { refundOrder } from '../../store/order-changes/refund-order.ts';
import { totalsOf } from '../../store/order-totals.ts';
import type { restockTypes } from '../../store/order-types.ts';
import type { Order } from '../../store/types.ts';
import { type Call, notModelled, type Presented } from '../call.ts';
import { presentOrder } from '../present/order.ts';
import { presentRefund } from '../present/refund.ts';
import { withoutCode } from './fulfillment-input.ts';
import { refuseUnmodelled } from './known-input.ts';

interface Cancel {
  orderId: string;
  reason: NonNullable<Order['cancelReason']>;
  restock: boolean;
  refund?: boolean | null;
  refundMethod?: { originalPaymentMethodsRefund?: boolean | null } | null;
  notifyCustomer?: boolean | null;
  staffNote?: string | null;
}

/** There is no stock and no mail in the simulator, so that `restock`, `notifyCustomer` and `staffNote` change nothing. */
export function orderCancel(args: Cancel, call: Call): Presented {
  const { restock: _noStock, notifyCustomer: _noMail, staffNote: _unseen } = args;
  const order = call.store.orders.get(args.orderId);
  if (!order) {
    return notCancelled({ field: ['orderId'], message: 'Order does not exist', code: 'NOT_FOUND' });
  }
  if (args.refundMethod) {
    refuseUnmodelled(args.refundMethod, ['originalPaymentMethodsRefund'], 'OrderCancelRefundMethodInput');
  }
  const refunds = args.refund ?? args.refundMethod?.originalPaymentMethodsRefund ?? false;
  return cancelOrder(call.store, order, { reason: args.reason, refunds }, call.settings).match<Presented>(
    () => ({ job: { id: call.store.nextId('Job'), done: true }, orderCancelUserErrors: [] }),
    notCancelled,
  );
}

function notCancelled(problem: { field: string[] | null; message: string; code: string | null }): Presented {
  return { job: null, orderCancelUserErrors: [problem] };
}

interface RefundInput {
  orderId: string;
  note?: string | null;
  refundLineItems?: RefundLineInput[] | null;
  shipping?: { amount?: string | null; fullRefund?: boolean | null } | null;
  transactions?: unknown[] | null;
  refundMethods?: unknown[] | null;
}

interface RefundLineInput {
  lineItemId: string;
  quantity: number;
  locationId?: string | null;
  restockType?: (typeof restockTypes)[number] | 'LEGACY_RESTOCK' | null;
}

/** Without transactions: what is given back follows from lines and shipping. */
export function refundCreate({ input }: { input: RefundInput }, call: Call): Presented {
  const { orderId, note, refundLineItems, shipping, transactions, refundMethods, ...others } = input;
  refuseUnmodelled(others, ['notify', 'currency', 'processedAt', 'allowOverRefunding'], 'RefundInput');
  if (transactions?.length) throw notModelled('transactions of RefundInput');
  // The schema's default is the empty list.
  if (refundMethods?.length) throw notModelled('refundMethods of RefundInput');
  const order = call.store.orders.get(orderId);
  if (!order) return notRefunded(null, { field: ['orderId'], message: 'Order does not exist' });
  const refund = {
    note: note ?? null,
    shipping: shipping?.fullRefund
      ? totalsOf(order).shipping
      : Math.round(Number(shipping?.amount ?? 0) * 100),
    lines: (refundLineItems ?? []).map(({ lineItemId, quantity, locationId, restockType }) => {
      if (restockType === 'LEGACY_RESTOCK') throw notModelled('the restock type LEGACY_RESTOCK');
      return {
        orderLineId: lineItemId,
        quantity,
        locationId: locationId ?? null,
        restockType: restockType ?? 'NO_RESTOCK',
      };
    }),
  };
  return refundOrder(call.store, order, refund, call.settings).match<Presented>(
    (made) => ({
      refund: presentRefund(made, order, call),
      order: presentOrder(order, call),
      userErrors: [],
    }),
    (refusal) => notRefunded(presentOrder(order, call), withoutCode(refusal)),
  );
}

function notRefunded(
  order: Presented | null,
  problem: { field: string[] | null; message: string },
): Presented {
  return { refund: null, order, userErrors: [problem] };
}
