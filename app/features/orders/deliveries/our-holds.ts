/** What the handles of the app's own holds begin with. */
export const HANDLE_PREFIX = 'onestock-';

/** Whether the app placed a hold, on what OneStock removed. */
export function isOurHold({
  handle,
  heldByRequestingApp,
}: {
  handle: string | null;
  heldByRequestingApp: boolean;
}): boolean {
  return heldByRequestingApp && (handle?.startsWith(HANDLE_PREFIX) ?? false);
}
