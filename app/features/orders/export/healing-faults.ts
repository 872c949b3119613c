import type { OneStockError, OneStockErrorCode } from '#app/gateways/onestock/index.ts';

/** Whatever is wrong with the account heals for all orders at once, when the merchant corrects it; none needs a person of its own. */
const FAULTS_OF_THE_ACCOUNT: readonly OneStockErrorCode[] = [
  'onestock_credentials_refused',
  'onestock_forbidden',
];

/** Whether the same work on an order may succeed later, with the order as it is. */
export function healsByItself({ code, retryable }: OneStockError): boolean {
  return retryable || FAULTS_OF_THE_ACCOUNT.includes(code);
}
