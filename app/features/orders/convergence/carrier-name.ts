import { TRACKING_COMPANIES } from '#app/gateways/shopify/tracking-companies.ts';

/**
 * What a carrier of OneStock is called in Shopify: as a setting says of its code, else, where Shopify knows a company that is written alike, as
 * Shopify spells that one, which makes a link of the parcel's number. Any other keeps its name.
 *
 * @param carrier OneStock's code, or name, of it
 * @param carrierNames such as `chrono13=Chronopost`
 */
export function carrierName(carrier: string, carrierNames: readonly string[]): string {
  const set = carrierNames
    .map((each) => each.split('='))
    .find(([code = '']) => letters(code) === letters(carrier) && code !== '');
  const name = set?.slice(1).join('=').trim() || carrier;
  return spelledAlike.get(letters(name)) ?? name;
}

const spelledAlike = new Map(TRACKING_COMPANIES.map((name) => [letters(name), name]));

/** Without capitals, accents, spaces and signs: `DHL_EXPRESS` and `DHL Express` are alike. Of signs alone, it is what it is. */
function letters(name: string): string {
  return (
    name
      .normalize('NFD')
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase() || name
  );
}
