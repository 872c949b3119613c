import { carrierOf } from '../../store/carrier-choice.ts';
import { numericId } from '../../store/ids.ts';
import type { CarrierOption, Market, MarketShipping } from '../../store/shipping.ts';
import type { Call, Presented } from '../call.ts';
import { connection, type PageArguments } from '../connection.ts';
import { presentCarrierService } from './carrier-service.ts';
import { countryName } from './values.ts';

/** A market of countries, with its shipping (https://shopify.dev/changelog/market-driven-delivery-profiles-admin-api). */
export function presentMarket(market: Market, call: Call): Presented {
  const { id, name, status, countries, shipping } = market;
  const regions = countries.map((code) => ({
    id: `gid://shopify/MarketRegionCountry/${numericId(id)}-${code}`,
    code,
  }));
  return {
    __typename: 'Market',
    id,
    name,
    status,
    type: 'REGION',
    conditions: {
      conditionTypes: ['REGION'],
      regionsCondition: {
        applicationLevel: 'SPECIFIED',
        regions: (page: PageArguments) => connection(regions, page, presentRegion),
      },
    },
    delivery: { shipping: shipping && presentShipping(shipping, call) },
  };
}

function presentRegion({ id, code }: { id: string; code: string }): Presented {
  return { __typename: 'MarketRegionCountry', id, code, name: countryName(code) };
}

function presentShipping({ isEnabled, options }: MarketShipping, call: Call): Presented {
  return {
    __typename: 'ShippingConfiguration',
    isEnabled,
    optionDefinitions({ active, ...page }: PageArguments & { active?: boolean | null }) {
      const listed = options.filter(
        (option) =>
          (active == null || option.isActive === active) && carrierOf(option.rateGroup, call.store) !== null,
      );
      return connection(listed, page, (option) => presentOption(option, call));
    },
  };
}

function presentOption(
  { id, isActive, currency, description, rateGroup }: CarrierOption,
  call: Call,
): Presented {
  return {
    __typename: 'DeliveryCarrierCalculatedOptionDefinition',
    id,
    isActive,
    currency,
    description,
    freeDeliveryMinimumValue: null,
    rateGroups: (page: PageArguments) =>
      connection([rateGroup], page, (group) => presentRateGroup(group, call)),
  };
}

function presentRateGroup(group: CarrierOption['rateGroup'], call: Call): Presented {
  const carrier = carrierOf(group, call.store);
  return {
    __typename: 'DeliveryCarrierCalculatedRateGroup',
    id: group.id,
    autoIncludeNewServices: group.showsNewServices,
    carrierService: carrier && presentCarrierService(carrier),
    absoluteAdjustment: null,
    percentageAdjustment: null,
    serviceConfiguration: group.services.map(({ name, shown }) => ({
      name,
      status: shown ? 'INCLUDED' : 'EXCLUDED',
    })),
  };
}
