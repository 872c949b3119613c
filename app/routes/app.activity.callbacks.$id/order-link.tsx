import { Link } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

/** An order's name, which leads to the order in the Shopify admin (https://shopify.dev/docs/api/app-home/apis/user-interface-and-interactions/navigation-api). */
export function OrderLink({ orderId, orderName }: { orderId: string; orderName?: string }) {
  const { t } = useTranslation('activity');
  const number = orderId.slice(orderId.lastIndexOf('/') + 1);
  const name = orderName ?? number;
  return (
    <Link
      url={`shopify://admin/orders/${number}`}
      accessibilityLabel={t('order.inShopify', { name })}
      monochrome
    >
      {name}
    </Link>
  );
}
