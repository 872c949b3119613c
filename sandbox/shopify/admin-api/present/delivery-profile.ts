import { carrierOf } from '../../store/carrier-choice.ts';
import type { DeliveryProfile, DeliveryZone, LocationGroup, MethodDefinition } from '../../store/shipping.ts';
import type { Location } from '../../store/types.ts';
import { type Call, notModelled, type Presented } from '../call.ts';
import { connection, type PageArguments, sorted } from '../connection.ts';
import { presentCarrierService } from './carrier-service.ts';
import { presentLocation } from './location.ts';
import { countryName, moneyBag } from './values.ts';

/**
 * A delivery profile of the merchant's. On a shop with market-driven shipping it is what was there before the move, and no longer what
 * counts at checkout (https://shopify.dev/changelog/merchant-owned-delivery-profile-apis-are-deprecated-for-market-driven-shipping).
 */
export function presentDeliveryProfile(profile: DeliveryProfile, call: Call): Presented {
  const { id, name, isDefault, locationGroups } = profile;
  return {
    __typename: 'DeliveryProfile',
    id,
    name,
    default: isDefault,
    coversAllItems: false,
    profileLocationGroups({ locationGroupId }: { locationGroupId?: string | null }) {
      const asked = locationGroups.filter((group) => locationGroupId == null || group.id === locationGroupId);
      return asked.map((group) => presentLocationGroup(group, call));
    },
  };
}

const byName = ({ name }: Location) => name;

function presentLocationGroup({ id, locationIds, zones }: LocationGroup, call: Call): Presented {
  const locations = call.store.locations.filter((location) => locationIds.includes(location.id));
  return {
    __typename: 'DeliveryProfileLocationGroup',
    locationGroup: {
      __typename: 'DeliveryLocationGroup',
      id,
      locations(args: PageArguments & { sortKey: string }) {
        const inOrder = sorted(locations, args.sortKey, { NAME: byName });
        return connection(inOrder, args, (location) => presentLocation(location, call));
      },
    },
    locationGroupZones: (page: PageArguments) => connection(zones, page, (zone) => presentZone(zone, call)),
  };
}

type MethodListing = PageArguments & { type?: 'MERCHANT' | 'PARTICIPANT' | null; sortKey: string };

function presentZone({ id, name, countries, methods }: DeliveryZone, call: Call): Presented {
  return {
    __typename: 'DeliveryLocationGroupZone',
    zone: {
      __typename: 'DeliveryZone',
      id,
      name,
      countries: countries.map((country) => presentCountry(country)),
    },
    methodDefinitions(args: MethodListing) {
      if (args.sortKey !== 'ID') throw notModelled(`the sort key ${args.sortKey}`);
      const kind = args.type && (args.type === 'PARTICIPANT' ? 'participant' : 'flat rate');
      const listed = methods.filter(
        ({ rateProvider }) =>
          (kind == null || rateProvider.kind === kind) && carrierOf(rateProvider, call.store) !== null,
      );
      return connection(listed, args, (method) => presentMethod(method, call));
    },
  };
}

function presentCountry({ id, code }: DeliveryZone['countries'][number]): Presented {
  const restOfWorld = code === 'rest of world';
  const name = restOfWorld ? 'Rest of world' : countryName(code);
  return { id, name, code: { countryCode: restOfWorld ? null : code, restOfWorld } };
}

function presentMethod({ id, name, active, rateProvider }: MethodDefinition, call: Call): Presented {
  return {
    __typename: 'DeliveryMethodDefinition',
    id,
    name,
    active,
    description: null,
    methodConditions: [],
    rateProvider: presentProvider(rateProvider, call),
  };
}

function presentProvider(provider: MethodDefinition['rateProvider'], call: Call): Presented {
  if (provider.kind === 'flat rate') {
    const price = moneyBag(provider.price, call.store.shop.currency).shopMoney;
    return { __typename: 'DeliveryRateDefinition', id: provider.id, price };
  }
  const carrier = carrierOf(provider, call.store);
  return {
    __typename: 'DeliveryParticipant',
    id: provider.id,
    adaptToNewServicesFlag: provider.showsNewServices,
    carrierService: carrier && presentCarrierService(carrier),
    fixedFee: null,
    percentageOfRateFee: 0,
    participantServices: provider.services.map(({ name, shown }) => ({ name, active: shown })),
  };
}
