import type { Settings } from '../settings.ts';
import type { Site } from '../site.ts';

/** What a change of an order needs to know of the site. */
export interface Moment {
  newId: () => string;
  /** Unix seconds. */
  time: number;
  settings: Settings;
}

export function momentOf({ newId, now, control }: Site): Moment {
  return { newId, time: Math.floor(now().getTime() / 1000), settings: control.settings };
}
