import type { Logger } from '#app/platform/log.ts';

/** A part of a page that is streamed: what it shows, or that it could not be had. */
export type Part<Data> = { isThere: true; data: Data } | { isThere: false };

/** Within the time after which Remix gives up a stream (`streamTimeout` of entry.server.tsx), milliseconds. */
const PATIENCE_MS = 4_500;

/**
 * For a loader's `defer`: what fails or takes too long becomes a part that is not there, and goes to the log. A rejected promise would,
 * when the page is renewed after an action, take the whole page away, and what was typed with it.
 */
export async function part<Data>(promise: Promise<Data>, log: Logger): Promise<Part<Data>> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('not there in time')), PATIENCE_MS);
  try {
    return { isThere: true, data: await Promise.race([promise, late.promise]) };
  } catch (err) {
    log.error({ err }, 'a part of a page could not be had');
    return { isThere: false };
  } finally {
    clearTimeout(timer);
  }
}
