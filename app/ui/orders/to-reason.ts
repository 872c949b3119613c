import type { OrderError, SeenReason } from '#app/features/orders/index.ts';

/** Why something could not be done with orders, as pages are told it. */
export function toReason({ code, message, params, causes }: OrderError): SeenReason {
  return { message, causes: causes ?? [{ code, ...(params && { params }) }] };
}
