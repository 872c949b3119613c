/** Where something is, in degrees. */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

/** The coordinates of a place, or null when there are none, or none that can be: 0, 0 is what a failed geocoding gives. */
export function coordinatesOf(place: {
  latitude: number | null;
  longitude: number | null;
}): Coordinates | null {
  const { latitude, longitude } = place;
  if (latitude === null || longitude === null) return null;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  return latitude === 0 && longitude === 0 ? null : { latitude, longitude };
}
