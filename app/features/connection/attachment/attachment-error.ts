import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { Attachment, AttachmentError } from './types.ts';

/** Shopify gave no answer about where the rates are. */
export function unreadable({ code, retryable, message }: ShopifyError): AttachmentError {
  if (!retryable) return { code, retryable, message };
  return {
    code,
    retryable,
    message:
      'Shopify did not say where your rates are attached. Nothing was changed, and shoppers see what they saw before. Try again in a minute.',
  };
}

/** What stands in the way of attaching anywhere, or null. */
export function obstacleToAttaching(attachment: Attachment): AttachmentError | null {
  if (attachment.carrierService === 'missing') {
    return obstacle(
      'carrier_service_missing',
      'Shopify does not know this app as a source of shipping rates, so there is nothing to attach, and shoppers see none of its delivery options. Open this app again to register it, then attach the rates.',
    );
  }
  if (attachment.carrierService === 'inactive') {
    return obstacle(
      'carrier_service_inactive',
      'Shopify has switched the app’s shipping rates off, so shoppers see none of its delivery options. The usual reason is a plan without carrier-calculated shipping. Once the plan has it, open this app again.',
    );
  }
  return obstacleToChanging(attachment);
}

/** What stands in the way of any change, or null. */
export function obstacleToChanging({ mode, missingScopes }: Attachment): AttachmentError | null {
  if (missingScopes.length === 0) return null;
  const what = mode === 'markets' ? 'markets' : 'shipping settings';
  return obstacle(
    'scope_missing',
    `The app may not change your ${what}: it lacks the permission ${missingScopes.join(' and ')}. Shoppers see what they saw before. Grant the permission, or attach the rates by hand.`,
  );
}

function obstacle(code: AttachmentError['code'], message: string): AttachmentError {
  return { code, retryable: false, message };
}
