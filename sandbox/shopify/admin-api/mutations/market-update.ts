import { carrierOf } from '../../store/carrier-choice.ts';
import type { CarrierChoice, CarrierOption, Market, MarketShipping } from '../../store/shipping.ts';
import { type Call, notModelled, type Presented } from '../call.ts';
import { presentMarket } from '../present/market.ts';
import { notInPlan, refuseFee, refuseUnmodelled } from './known-input.ts';

interface RateGroupInput {
  id?: string | null;
  carrierServiceId?: string | null;
  autoIncludeNewServices?: boolean | null;
  percentageAdjustment?: number | null;
  absoluteAdjustment?: { amount: string } | null;
  serviceConfiguration?: { name: string; status: 'INCLUDED' | 'EXCLUDED' }[] | null;
}

interface OptionInput {
  id?: string | null;
  currency?: string | null;
  description?: string | null;
  isActive?: boolean | null;
  rateGroups?: RateGroupInput[];
  rateGroupsToUpdate?: RateGroupInput[] | null;
}

interface ShippingInput {
  isEnabled?: boolean | null;
  optionDefinitionsToCreate?: { carrierCalculated?: OptionInput | null }[] | null;
  optionDefinitionsToUpdate?: { carrierCalculated?: OptionInput | null }[] | null;
  optionDefinitionsToDelete?: string[] | null;
}

interface MarketInput {
  delivery?: { removeShipping?: boolean | null; shipping?: ShippingInput | null } | null;
}

/**
 * Changes a market's shipping, all or nothing (https://shopify.dev/changelog/market-driven-delivery-profiles-admin-api). A market that had
 * none of its own gets one, switched on; with `removeShipping` it has its parent's again
 * (https://shopify.dev/docs/api/admin-graphql/2026-10/input-objects/ShippingConfigurationUpdateInput). That a shop which has not moved to
 * market-driven shipping may prepare it so, and the messages of all refusals, are inferred.
 */
export function marketUpdate({ id, input }: { id: string; input: MarketInput }, call: Call): Presented {
  const market = call.store.markets.find((known) => known.id === id);
  if (!market) return refused('MARKET_NOT_FOUND', ['id'], 'The market was not found.');
  refuseUnmodelled(input, ['delivery'], 'MarketUpdateInput');

  const { removeShipping, shipping: shippingInput } = input.delivery ?? {};
  const changed: Market = structuredClone(market);
  if (removeShipping) changed.shipping = null;
  if (shippingInput) {
    changed.shipping ??= { isEnabled: true, options: [] };
    const problem = changeShipping(changed.shipping, shippingInput, call);
    if (problem) return refused('INVALID', ['input', 'delivery', 'shipping'], problem);
  }
  Object.assign(market, changed);
  return { market: presentMarket(market, call), userErrors: [] };
}

function refused(code: string, field: string[], message: string): Presented {
  return { market: null, userErrors: [{ code, field, message }] };
}

/** Changes `shipping`, or says what stands in the way. */
function changeShipping(shipping: MarketShipping, input: ShippingInput, call: Call): string | null {
  shipping.isEnabled = input.isEnabled ?? shipping.isEnabled;
  for (const created of input.optionDefinitionsToCreate ?? []) {
    const option = newOption(carrierCalculated(created), call);
    if (typeof option === 'string') return option;
    shipping.options.push(option);
  }
  for (const updated of input.optionDefinitionsToUpdate ?? []) {
    const optionInput = carrierCalculated(updated);
    const option = shipping.options.find(({ id }) => id === optionInput.id);
    const problem = option ? changeOption(option, optionInput) : 'The shipping option was not found.';
    if (problem) return problem;
  }
  for (const id of input.optionDefinitionsToDelete ?? []) {
    if (!shipping.options.some((option) => option.id === id)) return 'The shipping option was not found.';
    shipping.options = shipping.options.filter((option) => option.id !== id);
  }
  return null;
}

function carrierCalculated({
  carrierCalculated: input,
}: {
  carrierCalculated?: OptionInput | null;
}): OptionInput {
  if (!input) throw notModelled('shipping options other than carrier-calculated ones');
  return input;
}

function newOption(input: OptionInput, { store, settings }: Call): CarrierOption | string {
  const modelled = ['currency', 'description', 'isActive', 'rateGroups'];
  refuseUnmodelled(input, modelled, 'DeliveryCarrierCalculatedOptionDefinitionCreateInput');
  const [group, ...others] = input.rateGroups ?? [];
  // https://shopify.dev/docs/api/admin-graphql/2026-10/input-objects/DeliveryCarrierCalculatedOptionDefinitionCreateInput
  if (!group || others.length > 0) return 'A carrier-calculated shipping option has one rate group.';
  if (!(settings.carrierCalculatedRates ?? store.shop.carrierCalculatedRates)) return notInPlan;
  checkRateGroup(group);
  const choice: CarrierChoice = {
    carrierServiceId: group.carrierServiceId ?? '',
    showsNewServices: group.autoIncludeNewServices ?? true,
    services: servicesOf(group) ?? [],
  };
  if (!carrierOf(choice, store)) return 'The carrier service was not found.';
  return {
    id: store.nextId('DeliveryCarrierCalculatedOptionDefinition'),
    isActive: input.isActive ?? true,
    currency: input.currency ?? store.shop.currency,
    description: input.description ?? null,
    rateGroup: { id: store.nextId('DeliveryCarrierCalculatedRateGroup'), ...choice },
  };
}

function changeOption(option: CarrierOption, input: OptionInput): string | null {
  const modelled = ['id', 'description', 'isActive', 'rateGroupsToUpdate'];
  refuseUnmodelled(input, modelled, 'DeliveryCarrierCalculatedOptionDefinitionUpdateInput');
  option.isActive = input.isActive ?? option.isActive;
  option.description = input.description ?? option.description;
  for (const group of input.rateGroupsToUpdate ?? []) {
    checkRateGroup(group);
    const { rateGroup } = option;
    if (group.id !== rateGroup.id) return 'The rate group was not found.';
    if ((group.carrierServiceId ?? rateGroup.carrierServiceId) !== rateGroup.carrierServiceId) {
      throw notModelled('another carrier for a rate group that is there');
    }
    rateGroup.showsNewServices = group.autoIncludeNewServices ?? rateGroup.showsNewServices;
    rateGroup.services = servicesOf(group) ?? rateGroup.services;
  }
  return null;
}

function checkRateGroup(group: RateGroupInput): void {
  const modelled = ['id', 'carrierServiceId', 'autoIncludeNewServices', 'serviceConfiguration'];
  const { absoluteAdjustment, percentageAdjustment, ...rest } = group;
  refuseUnmodelled(rest, modelled, 'a carrier’s rate group');
  refuseFee(absoluteAdjustment?.amount, 'rate adjustment');
  refuseFee(percentageAdjustment, 'rate adjustment');
}

function servicesOf({ serviceConfiguration }: RateGroupInput): CarrierChoice['services'] | undefined {
  return serviceConfiguration?.map(({ name, status }) => ({ name, shown: status === 'INCLUDED' }));
}
