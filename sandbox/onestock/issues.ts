import type { z } from 'zod';

/**
 * What is wrong with an input, in one line, such as `invalid line_items.0.qty: …`. The wording follows the recorded
 * `invalid id: expected a string` of https://github.com/inviqa/onestock-api-client
 */
export function describeIssues({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => (path.length === 0 ? message : `invalid ${path.join('.')}: ${message}`))
    .join('; ');
}
