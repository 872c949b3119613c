import { useTranslation } from 'react-i18next';
import type { DeliveryView } from '#app/features/orders/index.ts';
import { textUnder } from '#app/words/text-under.ts';

/** What the merchant calls delivery options, by their handles, and stores, by their ids in OneStock. */
export interface DeliveryNames {
  options: Readonly<Record<string, string>>;
  stores: Readonly<Record<string, string>>;
}

/** How a delivery comes, in words: "Shipping, Home delivery", or "Pickup at Toulouse Capitole". */
export function useDeliveryWords({ options, stores }: DeliveryNames) {
  const { t, i18n } = useTranslation('orders');
  return ({ methodType = 'SHIPPING', code, endpointId }: DeliveryView): string => {
    if (endpointId) return t('delivery.pickUpAt', { store: stores[endpointId] ?? endpointId });
    const method = textUnder(i18n, `orders:delivery.methods.${methodType}`) ?? methodType;
    const handle = code?.split(':')[0] ?? '';
    const option = options[handle] ?? code;
    return option ? t('delivery.way', { method, option }) : method;
  };
}
