// Written by scripts/generate-admin-types.ts: run `npm run generate:admin-types`.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CarrierServiceCreateUserErrorCode =
  | 'CARRIER_SERVICE_CREATE_FAILED';

export type CarrierServiceDeleteUserErrorCode =
  | 'CARRIER_SERVICE_DELETE_FAILED';

export type CarrierServiceUpdateUserErrorCode =
  | 'CARRIER_SERVICE_UPDATE_FAILED';

export type CountryCode =
  | 'AC'
  | 'AD'
  | 'AE'
  | 'AF'
  | 'AG'
  | 'AI'
  | 'AL'
  | 'AM'
  | 'AN'
  | 'AO'
  | 'AR'
  | 'AT'
  | 'AU'
  | 'AW'
  | 'AX'
  | 'AZ'
  | 'BA'
  | 'BB'
  | 'BD'
  | 'BE'
  | 'BF'
  | 'BG'
  | 'BH'
  | 'BI'
  | 'BJ'
  | 'BL'
  | 'BM'
  | 'BN'
  | 'BO'
  | 'BQ'
  | 'BR'
  | 'BS'
  | 'BT'
  | 'BV'
  | 'BW'
  | 'BY'
  | 'BZ'
  | 'CA'
  | 'CC'
  | 'CD'
  | 'CF'
  | 'CG'
  | 'CH'
  | 'CI'
  | 'CK'
  | 'CL'
  | 'CM'
  | 'CN'
  | 'CO'
  | 'CR'
  | 'CU'
  | 'CV'
  | 'CW'
  | 'CX'
  | 'CY'
  | 'CZ'
  | 'DE'
  | 'DJ'
  | 'DK'
  | 'DM'
  | 'DO'
  | 'DZ'
  | 'EC'
  | 'EE'
  | 'EG'
  | 'EH'
  | 'ER'
  | 'ES'
  | 'ET'
  | 'FI'
  | 'FJ'
  | 'FK'
  | 'FO'
  | 'FR'
  | 'GA'
  | 'GB'
  | 'GD'
  | 'GE'
  | 'GF'
  | 'GG'
  | 'GH'
  | 'GI'
  | 'GL'
  | 'GM'
  | 'GN'
  | 'GP'
  | 'GQ'
  | 'GR'
  | 'GS'
  | 'GT'
  | 'GW'
  | 'GY'
  | 'HK'
  | 'HM'
  | 'HN'
  | 'HR'
  | 'HT'
  | 'HU'
  | 'ID'
  | 'IE'
  | 'IL'
  | 'IM'
  | 'IN'
  | 'IO'
  | 'IQ'
  | 'IR'
  | 'IS'
  | 'IT'
  | 'JE'
  | 'JM'
  | 'JO'
  | 'JP'
  | 'KE'
  | 'KG'
  | 'KH'
  | 'KI'
  | 'KM'
  | 'KN'
  | 'KP'
  | 'KR'
  | 'KW'
  | 'KY'
  | 'KZ'
  | 'LA'
  | 'LB'
  | 'LC'
  | 'LI'
  | 'LK'
  | 'LR'
  | 'LS'
  | 'LT'
  | 'LU'
  | 'LV'
  | 'LY'
  | 'MA'
  | 'MC'
  | 'MD'
  | 'ME'
  | 'MF'
  | 'MG'
  | 'MK'
  | 'ML'
  | 'MM'
  | 'MN'
  | 'MO'
  | 'MQ'
  | 'MR'
  | 'MS'
  | 'MT'
  | 'MU'
  | 'MV'
  | 'MW'
  | 'MX'
  | 'MY'
  | 'MZ'
  | 'NA'
  | 'NC'
  | 'NE'
  | 'NF'
  | 'NG'
  | 'NI'
  | 'NL'
  | 'NO'
  | 'NP'
  | 'NR'
  | 'NU'
  | 'NZ'
  | 'OM'
  | 'PA'
  | 'PE'
  | 'PF'
  | 'PG'
  | 'PH'
  | 'PK'
  | 'PL'
  | 'PM'
  | 'PN'
  | 'PS'
  | 'PT'
  | 'PY'
  | 'QA'
  | 'RE'
  | 'RO'
  | 'RS'
  | 'RU'
  | 'RW'
  | 'SA'
  | 'SB'
  | 'SC'
  | 'SD'
  | 'SE'
  | 'SG'
  | 'SH'
  | 'SI'
  | 'SJ'
  | 'SK'
  | 'SL'
  | 'SM'
  | 'SN'
  | 'SO'
  | 'SR'
  | 'SS'
  | 'ST'
  | 'SV'
  | 'SX'
  | 'SY'
  | 'SZ'
  | 'TA'
  | 'TC'
  | 'TD'
  | 'TF'
  | 'TG'
  | 'TH'
  | 'TJ'
  | 'TK'
  | 'TL'
  | 'TM'
  | 'TN'
  | 'TO'
  | 'TR'
  | 'TT'
  | 'TV'
  | 'TW'
  | 'TZ'
  | 'UA'
  | 'UG'
  | 'UM'
  | 'US'
  | 'UY'
  | 'UZ'
  | 'VA'
  | 'VC'
  | 'VE'
  | 'VG'
  | 'VN'
  | 'VU'
  | 'WF'
  | 'WS'
  | 'XK'
  | 'YE'
  | 'YT'
  | 'ZA'
  | 'ZM'
  | 'ZW'
  | 'ZZ';

export type CurrencyCode =
  | 'AED'
  | 'AFN'
  | 'ALL'
  | 'AMD'
  | 'ANG'
  | 'AOA'
  | 'ARS'
  | 'AUD'
  | 'AWG'
  | 'AZN'
  | 'BAM'
  | 'BBD'
  | 'BDT'
  | 'BGN'
  | 'BHD'
  | 'BIF'
  | 'BMD'
  | 'BND'
  | 'BOB'
  | 'BRL'
  | 'BSD'
  | 'BTN'
  | 'BWP'
  | 'BYN'
  | 'BYR'
  | 'BZD'
  | 'CAD'
  | 'CDF'
  | 'CHF'
  | 'CLP'
  | 'CNY'
  | 'COP'
  | 'CRC'
  | 'CVE'
  | 'CZK'
  | 'DJF'
  | 'DKK'
  | 'DOP'
  | 'DZD'
  | 'EGP'
  | 'ERN'
  | 'ETB'
  | 'EUR'
  | 'FJD'
  | 'FKP'
  | 'GBP'
  | 'GEL'
  | 'GHS'
  | 'GIP'
  | 'GMD'
  | 'GNF'
  | 'GTQ'
  | 'GYD'
  | 'HKD'
  | 'HNL'
  | 'HRK'
  | 'HTG'
  | 'HUF'
  | 'IDR'
  | 'ILS'
  | 'INR'
  | 'IQD'
  | 'IRR'
  | 'ISK'
  | 'JEP'
  | 'JMD'
  | 'JOD'
  | 'JPY'
  | 'KES'
  | 'KGS'
  | 'KHR'
  | 'KID'
  | 'KMF'
  | 'KRW'
  | 'KWD'
  | 'KYD'
  | 'KZT'
  | 'LAK'
  | 'LBP'
  | 'LKR'
  | 'LRD'
  | 'LSL'
  | 'LTL'
  | 'LVL'
  | 'LYD'
  | 'MAD'
  | 'MDL'
  | 'MGA'
  | 'MKD'
  | 'MMK'
  | 'MNT'
  | 'MOP'
  | 'MRU'
  | 'MUR'
  | 'MVR'
  | 'MWK'
  | 'MXN'
  | 'MYR'
  | 'MZN'
  | 'NAD'
  | 'NGN'
  | 'NIO'
  | 'NOK'
  | 'NPR'
  | 'NZD'
  | 'OMR'
  | 'PAB'
  | 'PEN'
  | 'PGK'
  | 'PHP'
  | 'PKR'
  | 'PLN'
  | 'PYG'
  | 'QAR'
  | 'RON'
  | 'RSD'
  | 'RUB'
  | 'RWF'
  | 'SAR'
  | 'SBD'
  | 'SCR'
  | 'SDG'
  | 'SEK'
  | 'SGD'
  | 'SHP'
  | 'SLL'
  | 'SOS'
  | 'SRD'
  | 'SSP'
  | 'STD'
  | 'STN'
  | 'SYP'
  | 'SZL'
  | 'THB'
  | 'TJS'
  | 'TMT'
  | 'TND'
  | 'TOP'
  | 'TRY'
  | 'TTD'
  | 'TWD'
  | 'TZS'
  | 'UAH'
  | 'UGX'
  | 'USD'
  | 'USDC'
  | 'UYU'
  | 'UZS'
  | 'VED'
  | 'VEF'
  | 'VES'
  | 'VND'
  | 'VUV'
  | 'WST'
  | 'XAF'
  | 'XCD'
  | 'XOF'
  | 'XPF'
  | 'XXX'
  | 'YER'
  | 'ZAR'
  | 'ZMW';

export type DeliveryCarrierServiceCreateInput = {
  active: boolean;
  callbackUrl: string;
  name: string;
  supportsServiceDiscovery: boolean;
};

export type DeliveryCarrierServiceUpdateInput = {
  active?: boolean | null | undefined;
  callbackUrl?: string | null | undefined;
  id: string;
  name?: string | null | undefined;
  supportsServiceDiscovery?: boolean | null | undefined;
};

export type DeliveryMethodType =
  | 'LOCAL'
  | 'NONE'
  | 'PICKUP_POINT'
  | 'PICK_UP'
  | 'RETAIL'
  | 'SHIPPING';

export type FulfillmentOrderStatus =
  | 'CANCELLED'
  | 'CLOSED'
  | 'INCOMPLETE'
  | 'IN_PROGRESS'
  | 'ON_HOLD'
  | 'OPEN'
  | 'SCHEDULED';

export type MetafieldAccessInput = {
  admin?: MetafieldAdminAccessInput | null | undefined;
  customerAccount?: MetafieldCustomerAccountAccessInput | null | undefined;
  storefront?: MetafieldStorefrontAccessInput | null | undefined;
};

export type MetafieldAdminAccessInput =
  | 'MERCHANT_READ'
  | 'MERCHANT_READ_WRITE';

export type MetafieldCapabilityAdminFilterableInput = {
  enabled: boolean;
};

export type MetafieldCapabilityAnalyticsQueryableInput = {
  enabled: boolean;
};

export type MetafieldCapabilityCartToOrderCopyableInput = {
  enabled: boolean;
};

export type MetafieldCapabilityCreateInput = {
  adminFilterable?: MetafieldCapabilityAdminFilterableInput | null | undefined;
  analyticsQueryable?: MetafieldCapabilityAnalyticsQueryableInput | null | undefined;
  cartToOrderCopyable?: MetafieldCapabilityCartToOrderCopyableInput | null | undefined;
  smartCollectionCondition?: MetafieldCapabilitySmartCollectionConditionInput | null | undefined;
  uniqueValues?: MetafieldCapabilityUniqueValuesInput | null | undefined;
};

export type MetafieldCapabilitySmartCollectionConditionInput = {
  enabled: boolean;
};

export type MetafieldCapabilityUniqueValuesInput = {
  enabled: boolean;
};

export type MetafieldCustomerAccountAccessInput =
  | 'NONE'
  | 'READ'
  | 'READ_WRITE';

export type MetafieldDefinitionConstraintsInput = {
  key: string;
  values: Array<string>;
};

export type MetafieldDefinitionCreateUserErrorCode =
  | 'ADMIN_ACCESS_INPUT_NOT_ALLOWED'
  | 'BLANK'
  | 'CAPABILITY_REQUIRED_BUT_DISABLED'
  | 'DUPLICATE_OPTION'
  | 'INCLUSION'
  | 'INVALID'
  | 'INVALID_CAPABILITY'
  | 'INVALID_CHARACTER'
  | 'INVALID_CONSTRAINTS'
  | 'INVALID_INPUT_COMBINATION'
  | 'INVALID_OPTION'
  | 'LIMIT_EXCEEDED'
  | 'OWNER_TYPE_LIMIT_EXCEEDED_FOR_AUTOMATED_COLLECTIONS'
  | 'OWNER_TYPE_LIMIT_EXCEEDED_FOR_USE_AS_ADMIN_FILTERS'
  | 'PINNED_LIMIT_REACHED'
  | 'PRESENT'
  | 'RESERVED_NAMESPACE_KEY'
  | 'RESOURCE_TYPE_LIMIT_EXCEEDED'
  | 'RESOURCE_TYPE_LIMIT_EXCEEDED_BY_APP'
  | 'TAKEN'
  | 'TOO_LONG'
  | 'TOO_SHORT'
  | 'TYPE_NOT_ALLOWED_FOR_CONDITIONS'
  | 'UNSTRUCTURED_ALREADY_EXISTS'
  | 'UNSUPPORTED_PINNING';

export type MetafieldDefinitionInput = {
  access?: MetafieldAccessInput | null | undefined;
  capabilities?: MetafieldCapabilityCreateInput | null | undefined;
  constraints?: MetafieldDefinitionConstraintsInput | null | undefined;
  description?: string | null | undefined;
  key: string;
  name: string;
  namespace?: string | null | undefined;
  ownerType: MetafieldOwnerType;
  pin?: boolean | null | undefined;
  type: string;
  /** @deprecated Use `smartCollectionCondition` instead. */
  useAsCollectionCondition?: boolean | null | undefined;
  validations?: Array<MetafieldDefinitionValidationInput> | null | undefined;
};

export type MetafieldDefinitionValidationInput = {
  name: string;
  value: string;
};

export type MetafieldIdentifierInput = {
  key: string;
  namespace: string;
  ownerId: string;
};

export type MetafieldOwnerType =
  | 'API_PERMISSION'
  | 'ARTICLE'
  | 'BLOG'
  | 'CARTTRANSFORM'
  | 'COLLECTION'
  | 'COMPANY'
  | 'COMPANY_LOCATION'
  | 'CUSTOMER'
  | 'DELIVERY_CUSTOMIZATION'
  | 'DISCOUNT'
  | 'DRAFTORDER'
  | 'FULFILLMENT_CONSTRAINT_RULE'
  | 'GIFT_CARD_TRANSACTION'
  | 'LOCATION'
  | 'MARKET'
  | 'MEDIA_IMAGE'
  | 'ORDER'
  | 'ORDER_ROUTING_LOCATION_RULE'
  | 'PAGE'
  | 'PAYMENT_CUSTOMIZATION'
  | 'PRODUCT'
  | 'PRODUCTVARIANT'
  | 'SELLING_PLAN'
  | 'SHOP'
  | 'TRANSFER'
  | 'VALIDATION';

export type MetafieldStorefrontAccessInput =
  | 'NONE'
  | 'PUBLIC_READ';

export type MetafieldsSetInput = {
  compareDigest?: string | null | undefined;
  key: string;
  namespace?: string | null | undefined;
  ownerId: string;
  type?: string | null | undefined;
  value: string;
};

export type MetafieldsSetUserErrorCode =
  | 'APP_NOT_AUTHORIZED'
  | 'BLANK'
  | 'CAPABILITY_VIOLATION'
  | 'INCLUSION'
  | 'INTERNAL_ERROR'
  | 'INVALID'
  | 'INVALID_COMPARE_DIGEST'
  | 'INVALID_TYPE'
  | 'INVALID_VALUE'
  | 'LESS_THAN_OR_EQUAL_TO'
  | 'PRESENT'
  | 'STALE_OBJECT'
  | 'TAKEN'
  | 'TOO_LONG'
  | 'TOO_SHORT';

export type CarrierServiceCreateMutationVariables = Exact<{
  input: DeliveryCarrierServiceCreateInput;
}>;


export type CarrierServiceCreateMutation = { carrierServiceCreate: { carrierService: { id: string, callbackUrl: string | null } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: CarrierServiceCreateUserErrorCode | null }> } | null };

export type CarrierServiceDeleteMutationVariables = Exact<{
  id: string;
}>;


export type CarrierServiceDeleteMutation = { carrierServiceDelete: { deletedId: string | null, userErrors: Array<{ field: Array<string> | null, message: string, code: CarrierServiceDeleteUserErrorCode | null }> } | null };

export type CarrierServiceUpdateMutationVariables = Exact<{
  input: DeliveryCarrierServiceUpdateInput;
}>;


export type CarrierServiceUpdateMutation = { carrierServiceUpdate: { carrierService: { id: string, callbackUrl: string | null } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: CarrierServiceUpdateUserErrorCode | null }> } | null };

export type CarrierServicesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CarrierServicesQuery = { carrierServices: { nodes: Array<{ id: string, name: string | null, active: boolean, callbackUrl: string | null, supportsServiceDiscovery: boolean }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FulfillmentOrderLinesAfterQueryVariables = Exact<{
  id: string;
  after: string;
}>;


export type FulfillmentOrderLinesAfterQuery = { fulfillmentOrder: { lineItems: { nodes: Array<{ totalQuantity: number, requiresShipping: boolean, sku: string | null, productTitle: string, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type FulfillmentOrderLinesFragment = { nodes: Array<{ totalQuantity: number, requiresShipping: boolean, sku: string | null, productTitle: string, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type MetafieldDefinitionCreateMutationVariables = Exact<{
  definition: MetafieldDefinitionInput;
}>;


export type MetafieldDefinitionCreateMutation = { metafieldDefinitionCreate: { createdDefinition: { id: string, key: string } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: MetafieldDefinitionCreateUserErrorCode | null }> } | null };

export type MetafieldDefinitionsQueryVariables = Exact<{
  ownerType: MetafieldOwnerType;
  namespace: string;
}>;


export type MetafieldDefinitionsQuery = { metafieldDefinitions: { nodes: Array<{ id: string, key: string, name: string, type: { name: string }, capabilities: { adminFilterable: { enabled: boolean }, cartToOrderCopyable: { enabled: boolean } } }> } };

export type MetafieldsDeleteMutationVariables = Exact<{
  metafields: Array<MetafieldIdentifierInput> | MetafieldIdentifierInput;
}>;


export type MetafieldsDeleteMutation = { metafieldsDelete: { deletedMetafields: Array<{ ownerId: string, namespace: string, key: string } | null> | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type MetafieldsSetMutationVariables = Exact<{
  metafields: Array<MetafieldsSetInput> | MetafieldsSetInput;
}>;


export type MetafieldsSetMutation = { metafieldsSet: { metafields: Array<{ id: string, namespace: string, key: string, compareDigest: string }> | null, userErrors: Array<{ field: Array<string> | null, message: string, code: MetafieldsSetUserErrorCode | null, elementIndex: number | null }> } | null };

export type OrderForPromiseQueryVariables = Exact<{
  id: string;
}>;


export type OrderForPromiseQuery = { order: { id: string, name: string, createdAt: string, shippingAddress: { countryCodeV2: CountryCode | null, zip: string | null, provinceCode: string | null } | null, quoteId: { value: string } | null, deliveryPromise: { value: string, compareDigest: string } | null, endpointId: { value: string, compareDigest: string } | null, deliveryPromiseSource: { value: string, compareDigest: string } | null, shippingLines: { nodes: Array<{ title: string, code: string | null, originalPriceSet: { shopMoney: { amount: string, currencyCode: CurrencyCode } } }> }, lineItems: { nodes: Array<{ quantity: number, requiresShipping: boolean, sku: string | null, title: string, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, fulfillmentOrders: { nodes: Array<{ id: string, status: FulfillmentOrderStatus, deliveryMethod: { methodType: DeliveryMethodType, serviceCode: string | null, presentedName: string | null, minDeliveryDateTime: string | null, maxDeliveryDateTime: string | null } | null, destination: { countryCode: CountryCode | null, zip: string | null } | null, lineItems: { nodes: Array<{ totalQuantity: number, requiresShipping: boolean, sku: string | null, productTitle: string, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type OrderLineItemsFragment = { nodes: Array<{ quantity: number, requiresShipping: boolean, sku: string | null, title: string, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type OrderFulfillmentOrdersFragment = { nodes: Array<{ id: string, status: FulfillmentOrderStatus, deliveryMethod: { methodType: DeliveryMethodType, serviceCode: string | null, presentedName: string | null, minDeliveryDateTime: string | null, maxDeliveryDateTime: string | null } | null, destination: { countryCode: CountryCode | null, zip: string | null } | null, lineItems: { nodes: Array<{ totalQuantity: number, requiresShipping: boolean, sku: string | null, productTitle: string, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type OrderFulfillmentOrdersAfterQueryVariables = Exact<{
  id: string;
  after: string;
}>;


export type OrderFulfillmentOrdersAfterQuery = { order: { fulfillmentOrders: { nodes: Array<{ id: string, status: FulfillmentOrderStatus, deliveryMethod: { methodType: DeliveryMethodType, serviceCode: string | null, presentedName: string | null, minDeliveryDateTime: string | null, maxDeliveryDateTime: string | null } | null, destination: { countryCode: CountryCode | null, zip: string | null } | null, lineItems: { nodes: Array<{ totalQuantity: number, requiresShipping: boolean, sku: string | null, productTitle: string, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type OrderLineItemsAfterQueryVariables = Exact<{
  id: string;
  after: string;
}>;


export type OrderLineItemsAfterQuery = { order: { lineItems: { nodes: Array<{ quantity: number, requiresShipping: boolean, sku: string | null, title: string, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type OrderOfFulfillmentOrderQueryVariables = Exact<{
  id: string;
}>;


export type OrderOfFulfillmentOrderQuery = { fulfillmentOrder: { orderId: string } | null };

export type PrimaryLocationQueryVariables = Exact<{ [key: string]: never; }>;


export type PrimaryLocationQuery = { location: { address: { countryCode: string | null, zip: string | null, city: string | null } } | null };

export type ShopFactsQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopFactsQuery = { shop: { id: string, name: string, myshopifyDomain: string, currencyCode: CurrencyCode, ianaTimezone: string, shopAddress: { countryCodeV2: CountryCode | null } }, shopLocales: Array<{ locale: string, primary: boolean }> };

/** The data and variables of each operation, by its text. */
export interface AdminOperations {
  "#graphql\n  mutation CarrierServiceCreate($input: DeliveryCarrierServiceCreateInput!) {\n    carrierServiceCreate(input: $input) {\n      carrierService {\n        id\n        callbackUrl\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { data: CarrierServiceCreateMutation; variables: CarrierServiceCreateMutationVariables };
  "#graphql\n  mutation CarrierServiceDelete($id: ID!) {\n    carrierServiceDelete(id: $id) {\n      deletedId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { data: CarrierServiceDeleteMutation; variables: CarrierServiceDeleteMutationVariables };
  "#graphql\n  mutation CarrierServiceUpdate($input: DeliveryCarrierServiceUpdateInput!) {\n    carrierServiceUpdate(input: $input) {\n      carrierService {\n        id\n        callbackUrl\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { data: CarrierServiceUpdateMutation; variables: CarrierServiceUpdateMutationVariables };
  "#graphql\n  query CarrierServices($after: String) {\n    carrierServices(first: 50, after: $after) {\n      nodes {\n        id\n        name\n        active\n        callbackUrl\n        supportsServiceDiscovery\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": { data: CarrierServicesQuery; variables: CarrierServicesQueryVariables };
  "#graphql\n  query FulfillmentOrderLinesAfter($id: ID!, $after: String!) {\n    fulfillmentOrder(id: $id) {\n      lineItems(first: 100, after: $after) {\n        ...FulfillmentOrderLines\n      }\n    }\n  }\n  #graphql\n  fragment FulfillmentOrderLines on FulfillmentOrderLineItemConnection {\n    nodes {\n      totalQuantity\n      requiresShipping\n      sku\n      productTitle\n      variant {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n": { data: FulfillmentOrderLinesAfterQuery; variables: FulfillmentOrderLinesAfterQueryVariables };
  "#graphql\n  mutation MetafieldDefinitionCreate($definition: MetafieldDefinitionInput!) {\n    metafieldDefinitionCreate(definition: $definition) {\n      createdDefinition {\n        id\n        key\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { data: MetafieldDefinitionCreateMutation; variables: MetafieldDefinitionCreateMutationVariables };
  "#graphql\n  query MetafieldDefinitions($ownerType: MetafieldOwnerType!, $namespace: String!) {\n    metafieldDefinitions(first: 50, ownerType: $ownerType, namespace: $namespace) {\n      nodes {\n        id\n        key\n        name\n        type {\n          name\n        }\n        capabilities {\n          adminFilterable {\n            enabled\n          }\n          cartToOrderCopyable {\n            enabled\n          }\n        }\n      }\n    }\n  }\n": { data: MetafieldDefinitionsQuery; variables: MetafieldDefinitionsQueryVariables };
  "#graphql\n  mutation MetafieldsDelete($metafields: [MetafieldIdentifierInput!]!) {\n    metafieldsDelete(metafields: $metafields) {\n      deletedMetafields {\n        ownerId\n        namespace\n        key\n      }\n      userErrors {\n        field\n        message\n      }\n    }\n  }\n": { data: MetafieldsDeleteMutation; variables: MetafieldsDeleteMutationVariables };
  "#graphql\n  mutation MetafieldsSet($metafields: [MetafieldsSetInput!]!) {\n    metafieldsSet(metafields: $metafields) {\n      metafields {\n        id\n        namespace\n        key\n        compareDigest\n      }\n      userErrors {\n        field\n        message\n        code\n        elementIndex\n      }\n    }\n  }\n": { data: MetafieldsSetMutation; variables: MetafieldsSetMutationVariables };
  "#graphql\n  query OrderForPromise($id: ID!) {\n    order(id: $id) {\n      id\n      name\n      createdAt\n      shippingAddress {\n        countryCodeV2\n        zip\n        provinceCode\n      }\n      quoteId: metafield(namespace: \"onestock\", key: \"quote_id\") {\n        value\n      }\n      deliveryPromise: metafield(namespace: \"onestock\", key: \"delivery_promise\") {\n        value\n        compareDigest\n      }\n      endpointId: metafield(namespace: \"onestock\", key: \"endpoint_id\") {\n        value\n        compareDigest\n      }\n      deliveryPromiseSource: metafield(namespace: \"onestock\", key: \"delivery_promise_source\") {\n        value\n        compareDigest\n      }\n      shippingLines(first: 10) {\n        nodes {\n          title\n          code\n          originalPriceSet {\n            shopMoney {\n              amount\n              currencyCode\n            }\n          }\n        }\n      }\n      lineItems(first: 50) {\n        ...OrderLineItems\n      }\n      fulfillmentOrders(first: 10) {\n        ...OrderFulfillmentOrders\n      }\n    }\n  }\n  #graphql\n  fragment OrderLineItems on LineItemConnection {\n    nodes {\n      quantity\n      requiresShipping\n      sku\n      title\n      variant {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n  #graphql\n  fragment OrderFulfillmentOrders on FulfillmentOrderConnection {\n    nodes {\n      id\n      status\n      deliveryMethod {\n        methodType\n        serviceCode\n        presentedName\n        minDeliveryDateTime\n        maxDeliveryDateTime\n      }\n      destination {\n        countryCode\n        zip\n      }\n      lineItems(first: 20) {\n        ...FulfillmentOrderLines\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n  #graphql\n  fragment FulfillmentOrderLines on FulfillmentOrderLineItemConnection {\n    nodes {\n      totalQuantity\n      requiresShipping\n      sku\n      productTitle\n      variant {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n\n": { data: OrderForPromiseQuery; variables: OrderForPromiseQueryVariables };
  "#graphql\n  query OrderFulfillmentOrdersAfter($id: ID!, $after: String!) {\n    order(id: $id) {\n      fulfillmentOrders(first: 10, after: $after) {\n        ...OrderFulfillmentOrders\n      }\n    }\n  }\n  #graphql\n  fragment OrderFulfillmentOrders on FulfillmentOrderConnection {\n    nodes {\n      id\n      status\n      deliveryMethod {\n        methodType\n        serviceCode\n        presentedName\n        minDeliveryDateTime\n        maxDeliveryDateTime\n      }\n      destination {\n        countryCode\n        zip\n      }\n      lineItems(first: 20) {\n        ...FulfillmentOrderLines\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n  #graphql\n  fragment FulfillmentOrderLines on FulfillmentOrderLineItemConnection {\n    nodes {\n      totalQuantity\n      requiresShipping\n      sku\n      productTitle\n      variant {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n\n": { data: OrderFulfillmentOrdersAfterQuery; variables: OrderFulfillmentOrdersAfterQueryVariables };
  "#graphql\n  query OrderLineItemsAfter($id: ID!, $after: String!) {\n    order(id: $id) {\n      lineItems(first: 100, after: $after) {\n        ...OrderLineItems\n      }\n    }\n  }\n  #graphql\n  fragment OrderLineItems on LineItemConnection {\n    nodes {\n      quantity\n      requiresShipping\n      sku\n      title\n      variant {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n": { data: OrderLineItemsAfterQuery; variables: OrderLineItemsAfterQueryVariables };
  "#graphql\n  query OrderOfFulfillmentOrder($id: ID!) {\n    fulfillmentOrder(id: $id) {\n      orderId\n    }\n  }\n": { data: OrderOfFulfillmentOrderQuery; variables: OrderOfFulfillmentOrderQueryVariables };
  "#graphql\n  query PrimaryLocation {\n    location {\n      address {\n        countryCode\n        zip\n        city\n      }\n    }\n  }\n": { data: PrimaryLocationQuery; variables: PrimaryLocationQueryVariables };
  "#graphql\n  query ShopFacts {\n    shop {\n      id\n      name\n      myshopifyDomain\n      currencyCode\n      ianaTimezone\n      shopAddress {\n        countryCodeV2\n      }\n    }\n    shopLocales(published: true) {\n      locale\n      primary\n    }\n  }\n": { data: ShopFactsQuery; variables: ShopFactsQueryVariables };
}
