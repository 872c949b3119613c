import type { Handler } from 'hono';
import { z } from 'zod';

const askedSchema = z.object({
  grant: z.array(z.string()).default([]),
  revoke: z.array(z.string()).default([]),
});

/**
 * What the merchant granted (https://shopify.dev/docs/api/app-bridge-library/apis/scopes). The scopes of the installation
 * cannot be taken back one by one; the optional ones come and go.
 */
export function createScopes(
  required: readonly string[],
  onChanged: (granted: string[]) => void = () => {},
): Handler {
  const optional = new Set<string>();
  return async (c) => {
    const { grant, revoke } = askedSchema.parse(await c.req.json());
    for (const scope of grant) optional.add(scope);
    for (const scope of revoke) optional.delete(scope);
    const granted = [...new Set([...required, ...optional])];
    if (grant.length + revoke.length > 0) onChanged(granted);
    return c.json({ granted, required: [...required], optional: [...optional] });
  };
}
