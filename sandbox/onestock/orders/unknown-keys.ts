/** Keys of a JSON object. `null` lets anything be there; a tree is of an object, or of each entry of an array. */
interface KeyTree {
  readonly [key: string]: KeyTree | null;
}

/** A leaf for each of the words. */
function keys(words: string): KeyTree {
  return Object.fromEntries(words.split(' ').map((word) => [word, null]));
}

const adjustments = {
  discounts: keys('id title type amount percentage'),
  taxes: keys('id title category date amount percentage taxable_amount included_in_price'),
};
const address: KeyTree = {
  ...keys('lines city zip_code information'),
  regions: { country: keys('code name') },
  coordinates: keys('lat lon'),
  contact: keys('title first_name last_name company_name email phone_number mobile_number'),
};
const originalDeliveryOption: KeyTree = {
  ...keys('carbon_footprint cost cutoff delivery_method eta_start eta_end shipment_number status reason'),
  metric_values: null,
  delivery_routes: { carrier: keys('name option'), information: null },
  destination: {
    ...keys('delivery_zone endpoint_id'),
    location: keys('country state timezone zip_code'),
  },
};

/** The keys that an order can be created with: public code under https://github.com/mbousquet-onestock */
export const orderKeys: KeyTree = {
  ...keys('id types date sales_channel reservation_rank original_ruleset_id original_ruleset_chaining_id'),
  ...keys('parent_order_id sign_on_collect information payment_information candidate_tags'),
  on_available_stock: keys('auto_orchestrable'),
  ordering: keys('endpoint_id user_id'),
  taxes_information: keys('exemption_code provider_transaction_id'),
  customer: keys('id external_id title first_name last_name email phone_number information'),
  delivery: {
    type: null,
    carrier: keys('name option'),
    origin: keys('endpoint_id'),
    destination: { address, ...keys('endpoint_id relay_point_id') },
  },
  delivery_promise: {
    original_delivery_option: originalDeliveryOption,
    sent_delivery_option: keys('eta_start eta_end'),
  },
  pricing_details: { ...keys('currency price original_price'), address, ...adjustments },
  order_items: {
    ...keys('id item_id quantity information'),
    pricing_details: {
      ...keys('price original_price unit_price original_unit_price currency'),
      ...adjustments,
    },
  },
  shipping_fees: { ...keys('price original_price currency'), ...adjustments },
};

/** Paths in `value` that `tree` does not have, such as `delivery.colour`. */
export function unknownKeys(value: unknown, tree: KeyTree, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => unknownKeys(entry, tree, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const branch = tree[key];
    if (branch === undefined) return [path + key];
    return branch === null ? [] : unknownKeys(child, branch, `${path}${key}.`);
  });
}
