import { json } from '@remix-run/node';
import type { Attachment, AttachmentOutcome, PlaceFailure } from '#app/features/carrier-service/index.ts';
import type { Cause } from '#app/platform/cause.ts';
import type { FieldError } from '#app/ui/form/answer.ts';

/** What the merchant asks for: to attach the rates to places, or to take them out of them. */
export type Verb = 'attach' | 'detach';

/** What the page shows: where the rates are attached, or why Shopify did not tell. */
export type ReadableAttachment =
  | { isKnown: true; attachment: Attachment }
  | { isKnown: false; error: FieldError };

/** What the action answers to {@link Verb}; `failures` has one for each place that is not as asked. */
export type ChangeAnswer =
  | { saved: true; verb: Verb; attachment: Attachment; failures: PlaceFailure[] }
  | { saved: false; errors: FieldError[] };

export function changed(verb: Verb, { attachment, failures }: AttachmentOutcome) {
  return json<ChangeAnswer>({ saved: true, verb, attachment, failures });
}

/** An error as the page words it, in the merchant's language. */
export function worded({ code, params }: Cause): FieldError {
  return { code, params };
}
