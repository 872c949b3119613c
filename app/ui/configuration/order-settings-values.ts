import type { OrderSettings } from '#app/features/orders/index.ts';

/** The settings whose values are names of states, which the page edits as one text with commas between them. */
type StateLists = 'shippedParcelStates' | 'heldGroupStates' | 'handedOverGroupStates' | 'closedOrderStates';

/** The settings of orders as the page edits them. */
export type OrderSettingsValues = Omit<OrderSettings, StateLists> & Record<StateLists, string>;

export function orderSettingsValues(settings: OrderSettings): OrderSettingsValues {
  return {
    ...settings,
    shippedParcelStates: settings.shippedParcelStates.join(', '),
    heldGroupStates: settings.heldGroupStates.join(', '),
    handedOverGroupStates: settings.handedOverGroupStates.join(', '),
    closedOrderStates: settings.closedOrderStates.join(', '),
  };
}

export function orderSettingsInput(values: OrderSettingsValues): OrderSettings {
  return {
    orderId: values.orderId,
    orderIdPrefix: values.orderIdPrefix.trim(),
    keepUnshippable: values.keepUnshippable,
    shippedParcelStates: names(values.shippedParcelStates),
    heldGroupStates: names(values.heldGroupStates),
    handedOverGroupStates: names(values.handedOverGroupStates),
    removedGroupState: values.removedGroupState,
    closedOrderStates: names(values.closedOrderStates),
    notifyCustomer: values.notifyCustomer,
    whereFulfilled: values.whereFulfilled,
    removeOnCancel: values.removeOnCancel,
    oneStockSignatureForm: values.oneStockSignatureForm,
  };
}

function names(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
