import type { ShopDomain } from '#app/platform/tenant.ts';

export const SHOP = 'example.myshopify.com' as ShopDomain;
export const OTHER_SHOP = 'other.myshopify.com' as ShopDomain;
export const NOW = new Date('2026-11-21T10:00:00Z');

export function minutesAgo(minutes: number): Date {
  return new Date(NOW.getTime() - minutes * 60_000);
}
