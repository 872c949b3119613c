import type { OneStockWebhook } from '#app/gateways/onestock/index.ts';
import { sha256Hex } from '#app/platform/crypto/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import { tokenOf, webhookPrefix } from './address.ts';

/** The webhooks of a site that are a shop's own. */
export interface RecognisedWebhooks {
  /** The one to keep. */
  kept: OneStockWebhook | null;
  /** Those to remove. */
  leftovers: OneStockWebhook[];
}

/**
 * Finds, among all webhooks of a site, those that this app made for this shop: the one that was kept, those that lead to the shop's token
 * wherever the app was then, and those at the present address of the app that lead to no shop at all. Several shops may share a site: what
 * leads to another shop is not touched, nor is what anybody else made.
 */
export async function recogniseWebhooks(
  { prisma }: Database,
  appUrl: string,
  listed: readonly OneStockWebhook[],
  { id, token }: { id: string | null; token: string },
): Promise<RecognisedWebhooks> {
  const tokenAt = ({ url }: OneStockWebhook) => (url === null ? null : tokenOf(url));
  const isServing = (webhook: OneStockWebhook) => webhook.id === id || tokenAt(webhook) === token;
  const serving = listed.filter(isServing);
  const kept = serving.find((webhook) => webhook.id === id) ?? serving[0] ?? null;

  const astray = listed.filter(
    (webhook) => !isServing(webhook) && webhook.url?.startsWith(webhookPrefix(appUrl)),
  );
  const hashOf = (webhook: OneStockWebhook) => sha256Hex(tokenAt(webhook) ?? '');
  const inUse = await prisma.oneStockConnection.findMany({
    where: { webhookTokenHash: { in: astray.map(hashOf) } },
    select: { webhookTokenHash: true },
  });
  const used = new Set(inUse.map(({ webhookTokenHash }) => webhookTokenHash));
  const leftovers = [
    ...serving.filter((webhook) => webhook !== kept),
    ...astray.filter((webhook) => !used.has(hashOf(webhook))),
  ];
  return { kept, leftovers };
}
