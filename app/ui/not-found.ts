import { json } from '@remix-run/node';

/**
 * The 404 for what does not exist, or is another shop's, as seen from this one: `throw notFound()` in a loader or an action. The app's
 * frame shows it as a page.
 */
export function notFound(): Response {
  return json({ code: 'not_found' }, { status: 404 });
}
