import type { AttachmentPlace } from '#app/features/carrier-service/index.ts';
import type { Verb } from './answer.ts';

/** Whether the verb would change the place. One that hides new options can be set right by attaching, and taken out as well. */
export function canChange({ state }: AttachmentPlace, verb: Verb): boolean {
  if (state === 'attached_hiding_new_services') return true;
  return state === (verb === 'attach' ? 'not_attached' : 'attached');
}

/** Whether anything here would change the place. */
export function isChangeable(place: AttachmentPlace): boolean {
  return canChange(place, 'attach') || canChange(place, 'detach');
}

/** The ids among `places` that the verb would change, in their order. */
export function changeable(places: readonly AttachmentPlace[], verb: Verb): string[] {
  return places.filter((place) => canChange(place, verb)).map(({ id }) => id);
}

/** Zones that share a profile and the locations they ship from; all markets are one group. */
export interface PlaceGroup {
  profileName?: string;
  shipsFrom: readonly string[];
  places: AttachmentPlace[];
}

/** The places in groups, each in its order. */
export function groupPlaces(places: readonly AttachmentPlace[]): PlaceGroup[] {
  const groups = Map.groupBy(places, ({ profileName, shipsFrom }) =>
    JSON.stringify([profileName, shipsFrom]),
  );
  return [...groups.values()].map((grouped) => ({
    profileName: grouped[0]?.profileName,
    shipsFrom: grouped[0]?.shipsFrom ?? [],
    places: grouped,
  }));
}
