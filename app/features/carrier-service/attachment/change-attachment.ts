import { err, ok, type Result } from 'neverthrow';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import { DELIVERY_PROFILE_UPDATE } from '#app/gateways/shopify/operations/delivery-profiles.ts';
import { MARKET_UPDATE } from '#app/gateways/shopify/operations/markets.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { obstacleToAttaching, obstacleToChanging, unreadable } from './attachment-error.ts';
import {
  changeWithoutEffect,
  placeForbids,
  placeRefused,
  placeUnanswered,
  placeUnknown,
} from './place-failure.ts';
import { type AttachmentDependencies, type Survey, survey } from './survey.ts';
import type {
  Attachment,
  AttachmentError,
  AttachmentOutcome,
  PlaceChange,
  PlaceFailure,
  Spot,
} from './types.ts';

type Verb = 'attach' | 'detach';

/**
 * Adds the app's rate to the places, showing new services by themselves. A place that has it already is left alone, one where it is
 * switched off or hides new services is set right; so it may be asked for again, and twice at once.
 */
export function attach(
  dependencies: AttachmentDependencies,
  shop: ShopDomain,
  placeIds: readonly string[],
): Promise<Result<AttachmentOutcome, AttachmentError>> {
  return change(dependencies, shop, placeIds, 'attach');
}

/** Takes the app's rate out of the places, however often it is there. Rates of others stay. May be asked for again. */
export function detach(
  dependencies: AttachmentDependencies,
  shop: ShopDomain,
  placeIds: readonly string[],
): Promise<Result<AttachmentOutcome, AttachmentError>> {
  return change(dependencies, shop, placeIds, 'detach');
}

/** One after the other, for both presses of a button would find the rate missing, and add it twice. */
function change(
  dependencies: AttachmentDependencies,
  shop: ShopDomain,
  placeIds: readonly string[],
  verb: Verb,
): Promise<Result<AttachmentOutcome, AttachmentError>> {
  return withLock(dependencies.database.pool, `attachment:${shop}`, async () => {
    const before = await survey(dependencies, shop);
    if (before.isErr()) return err(unreadable(before.error));
    const { attachment } = before.value;
    const obstacle = verb === 'attach' ? obstacleToAttaching(attachment) : obstacleToChanging(attachment);
    if (obstacle) return err(obstacle);
    const failures = await changePlaces(before.value, new Set(placeIds), verb);
    const after = await survey(dependencies, shop);
    if (after.isErr()) return err(unreadable(after.error));
    return ok(judge(after.value.attachment, placeIds, failures, verb));
  });
}

/**
 * Changes place after place. A refusal concerns its own place; without an answer the rest is not tried, for it would wait as long.
 * @returns the failures by the id of the place
 */
async function changePlaces(
  { admin, spots }: Survey,
  placeIds: ReadonlySet<string>,
  verb: Verb,
): Promise<Map<string, PlaceFailure>> {
  const failures = new Map<string, PlaceFailure>();
  let unanswered: ShopifyError | null = null;
  for (const id of placeIds) {
    const spot = spots.find(({ place }) => place.id === id);
    const refusal = spot ? refusalOf(spot, verb) : placeUnknown(id);
    if (refusal) failures.set(id, refusal);
    const toDo = verb === 'attach' ? spot?.attaching : spot?.detaching;
    if (!spot || !toDo) continue;
    const answer: Result<readonly { message: string }[], ShopifyError> = unanswered
      ? err(unanswered)
      : await send(admin, toDo);
    if (answer.isErr()) {
      unanswered = answer.error;
      failures.set(id, placeUnanswered(spot.place, answer.error));
    } else if (answer.value.length > 0) {
      failures.set(id, placeRefused(spot.place, answer.value));
    }
  }
  return failures;
}

function refusalOf({ place }: Spot, verb: Verb): PlaceFailure | null {
  return verb === 'attach' ? placeForbids(place) : null;
}

/** @returns what Shopify refused; nothing when it took the change */
async function send(
  admin: AdminClient,
  toDo: PlaceChange,
): Promise<Result<readonly { message: string }[], ShopifyError>> {
  if (toDo.kind === 'zone') {
    const answer = await admin.request(DELIVERY_PROFILE_UPDATE, toDo.variables);
    return answer.map(({ deliveryProfileUpdate }) => deliveryProfileUpdate?.userErrors ?? []);
  }
  const answer = await admin.request(MARKET_UPDATE, toDo.variables);
  return answer.map(({ marketUpdate }) => marketUpdate?.userErrors ?? []);
}

/** What Shopify tells afterwards decides: a lost answer may have been a success, and an accepted change may be none. */
function judge(
  attachment: Attachment,
  placeIds: readonly string[],
  known: ReadonlyMap<string, PlaceFailure>,
  verb: Verb,
): AttachmentOutcome {
  const failures = [...new Set(placeIds)].flatMap((id) => {
    const place = attachment.places.find((each) => each.id === id);
    if (!place) return verb === 'attach' ? [known.get(id) ?? placeUnknown(id)] : [];
    const isAttached = place.state === 'attached' || place.state === 'attached_hiding_new_services';
    const isAsAsked = verb === 'attach' ? place.state === 'attached' : !isAttached;
    return isAsAsked ? [] : [known.get(id) ?? changeWithoutEffect(place)];
  });
  return { attachment, failures };
}
