import { err, ok, Result } from 'neverthrow';
import type {
  CurrencyCode,
  MarketShippingQuery,
  MarketsQuery,
} from '#app/gateways/shopify/admin.generated.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import { MARKET_SHIPPING, MARKETS } from '#app/gateways/shopify/operations/markets.ts';
import { readAllPages } from '#app/gateways/shopify/read-all-pages.ts';
import type { AttachmentState, PlaceChange, Spot } from './types.ts';

type Market = MarketsQuery['markets']['nodes'][number];
type MarketDetail = NonNullable<MarketShippingQuery['market']>;
type Shipping = NonNullable<MarketDetail['delivery']['shipping']>;
type Option = Shipping['optionDefinitions']['nodes'][number];

/** Markets that are asked for at once: each is a call, and a merchant waits for all of them. */
const AT_ONCE = 5;

/** A shipping option of ours in a market. */
interface OurOption {
  id: string;
  rateGroupId: string;
  active: boolean;
  showsNewServices: boolean;
}

export interface OurService {
  /** Null when the app's service is not registered, and so in no market. */
  carrierServiceId: string | null;
  /** The currency that the app's rates are in: the shop's own. */
  currency: CurrencyCode;
}

/**
 * The active markets of countries. Shoppers in others cannot order
 * (https://help.shopify.com/en/manual/shipping/setting-up-and-managing-your-shipping/setting-up-shipping-zones).
 */
export async function readMarkets(
  admin: AdminClient,
  service: OurService,
): Promise<Result<Spot[], ShopifyError>> {
  const markets = await readAllPages(
    (after) => admin.request(MARKETS, { after }),
    (answer) => answer.markets,
  );
  if (markets.isErr()) return err(markets.error);
  const active = markets.value.filter(({ status }) => status === 'ACTIVE');
  const spots: Spot[] = [];
  for (let first = 0; first < active.length; first += AT_ONCE) {
    const some = active.slice(first, first + AT_ONCE);
    const read = Result.combine(await Promise.all(some.map((market) => readMarket(admin, market, service))));
    if (read.isErr()) return err(read.error);
    spots.push(...read.value.filter((spot) => spot !== null));
  }
  return ok(spots);
}

/** Null when the market was deleted meanwhile. */
async function readMarket(
  admin: AdminClient,
  { id, name }: Market,
  service: OurService,
): Promise<Result<Spot | null, ShopifyError>> {
  let detail: MarketDetail | null = null;
  const options = await readAllPages(
    (after) => admin.request(MARKET_SHIPPING, { id, after }),
    ({ market }) => {
      detail = market;
      return market?.delivery.shipping?.optionDefinitions;
    },
  );
  return options.map((listed) => detail && spotOf({ id, name }, detail, listed, service));
}

function spotOf(
  { id, name }: Pick<Market, 'id' | 'name'>,
  { conditions, delivery }: MarketDetail,
  options: readonly Option[],
  service: OurService,
): Spot {
  const ours = ourOptions(options, service.carrierServiceId);
  const state = stateOf(delivery.shipping, ours);
  const place = { id, name, countries: countriesOf(conditions), state };
  return { place, attaching: attaching(id, state, ours, service), detaching: detaching(id, ours) };
}

function countriesOf(conditions: MarketDetail['conditions']): string[] | 'rest of world' {
  const { applicationLevel, regions } = conditions?.regionsCondition ?? {};
  if (applicationLevel === 'ALL') return 'rest of world';
  const codes = regions?.nodes.map((region) => ('code' in region ? region.code : region.country.code));
  return [...new Set(codes)];
}

function ourOptions(options: readonly Option[], carrierServiceId: string | null): OurOption[] {
  return options.flatMap((option) => {
    const group = 'rateGroups' in option ? option.rateGroups?.nodes[0] : undefined;
    if (!group || group.carrierService.id !== carrierServiceId) return [];
    const showsNewServices = group.autoIncludeNewServices;
    return [{ id: option.id, rateGroupId: group.id, active: option.isActive, showsNewServices }];
  });
}

function stateOf(shipping: Shipping | null, ours: readonly OurOption[]): AttachmentState {
  if (!shipping) return 'inherited';
  if (!shipping.isEnabled) return 'shipping_off';
  const shown = ours.filter(({ active }) => active);
  if (shown.length === 0) return 'not_attached';
  return shown.some(({ showsNewServices }) => showsNewServices) ? 'attached' : 'attached_hiding_new_services';
}

/**
 * Nothing for a market that inherits its shipping: an option of its own would end that, and take the parent's options from its shoppers
 * (https://shopify.dev/changelog/market-driven-delivery-profiles-admin-api). An option that is there is set right rather than doubled.
 */
function attaching(
  id: string,
  state: AttachmentState,
  ours: readonly OurOption[],
  { carrierServiceId, currency }: OurService,
): PlaceChange | null {
  const isToDo = state === 'not_attached' || state === 'attached_hiding_new_services';
  if (!isToDo || carrierServiceId === null) return null;
  const there = ours.find(({ active }) => active) ?? ours[0];
  if (there) {
    const rateGroupsToUpdate = [{ id: there.rateGroupId, autoIncludeNewServices: true }];
    const carrierCalculated = { id: there.id, isActive: true, rateGroupsToUpdate };
    return change(id, { optionDefinitionsToUpdate: [{ carrierCalculated }] });
  }
  const rateGroups = [{ carrierServiceId, autoIncludeNewServices: true }];
  const carrierCalculated = { currency, isActive: true, rateGroups };
  return change(id, { optionDefinitionsToCreate: [{ carrierCalculated }] });
}

function detaching(id: string, ours: readonly OurOption[]): PlaceChange | null {
  if (ours.length === 0) return null;
  return change(id, { optionDefinitionsToDelete: ours.map((option) => option.id) });
}

type ShippingChange = NonNullable<
  NonNullable<Extract<PlaceChange, { kind: 'market' }>['variables']['input']['delivery']>['shipping']
>;

function change(id: string, shipping: ShippingChange): PlaceChange {
  return { kind: 'market', variables: { id, input: { delivery: { shipping } } } };
}
