/**
 * Lets `vi.waitFor` and `vi.waitUntil` wait ten seconds where a test names no time: Vitest's own second passes while two files of tests share
 * a busy machine. A wait that ends well takes no longer by that.
 */
import { vi } from 'vitest';

const PATIENCE_MS = 10_000;

type Options = number | { timeout?: number; interval?: number };

const patient = (options: Options = {}) =>
  typeof options === 'number' ? options : { timeout: PATIENCE_MS, ...options };

// This runs before each file, and files share a process.
const marked = vi as typeof vi & { isPatient?: true };
if (!marked.isPatient) {
  const { waitFor, waitUntil } = vi;
  vi.waitFor = (callback, options) => waitFor(callback, patient(options));
  vi.waitUntil = (callback, options) => waitUntil(callback, patient(options));
  marked.isPatient = true;
}
