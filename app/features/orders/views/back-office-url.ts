/** The shared hosts and those of a region: `api.`, `api-qualif.`, `api.eu1.qualif.` and the like. A site may have its own in front. */
const API_HOST = /^(?:[\w-]+\.)?api((?:-[\w-]+)?(?:\.[\w-]+)*\.onestock-retail\.com)$/;

/**
 * The page of an order in OneStock's back office: `https://admin-qualif.onestock-retail.com/{site}/order/detail/{order}`, by which public
 * code links to it (https://github.com/mbousquet-onestock). That the other environments differ by the same part of the name as their
 * APIs do is inferred.
 *
 * @returns undefined for a host that is not OneStock's
 */
export function backOfficeUrl(
  { host, siteId }: { host: string; siteId: string },
  oneStockOrderId: string,
): string | undefined {
  const [, environment] = API_HOST.exec(URL.parse(host)?.hostname ?? '') ?? [];
  if (environment === undefined) return undefined;
  const path = [siteId, 'order', 'detail', oneStockOrderId].map(encodeURIComponent).join('/');
  return `https://admin${environment}/${path}`;
}
