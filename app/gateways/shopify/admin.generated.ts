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

export type DeliveryCarrierCalculatedOptionDefinitionCreateInput = {
  currency: CurrencyCode;
  description?: string | null | undefined;
  freeDeliveryMinimumValue?: MoneyInput | null | undefined;
  isActive?: boolean | null | undefined;
  rateGroups: Array<DeliveryCarrierCalculatedRateGroupCreateInput>;
};

export type DeliveryCarrierCalculatedOptionDefinitionUpdateInput = {
  currency?: CurrencyCode | null | undefined;
  description?: string | null | undefined;
  freeDeliveryMinimumValue?: MoneyInput | null | undefined;
  id: string;
  isActive?: boolean | null | undefined;
  rateGroupsToCreate?: Array<DeliveryCarrierCalculatedRateGroupCreateInput> | null | undefined;
  rateGroupsToDelete?: Array<string> | null | undefined;
  rateGroupsToUpdate?: Array<DeliveryCarrierCalculatedRateGroupUpdateInput> | null | undefined;
};

export type DeliveryCarrierCalculatedRateGroupCreateInput = {
  absoluteAdjustment?: MoneyInput | null | undefined;
  autoIncludeNewServices?: boolean | null | undefined;
  carrierServiceId: string;
  conditions?: DeliveryRateConditionsCreateInput | null | undefined;
  percentageAdjustment?: number | null | undefined;
  serviceConfiguration?: Array<DeliveryCarrierCalculatedRateGroupServiceInput> | null | undefined;
};

export type DeliveryCarrierCalculatedRateGroupServiceInput = {
  name: string;
  status: DeliveryCarrierCalculatedRateGroupServiceStatus;
};

export type DeliveryCarrierCalculatedRateGroupServiceStatus =
  | 'EXCLUDED'
  | 'INCLUDED';

export type DeliveryCarrierCalculatedRateGroupUpdateInput = {
  absoluteAdjustment?: MoneyInput | null | undefined;
  autoIncludeNewServices?: boolean | null | undefined;
  carrierServiceId?: string | null | undefined;
  conditions?: DeliveryRateConditionsUpdateInput | null | undefined;
  id: string;
  percentageAdjustment?: number | null | undefined;
  serviceConfiguration?: Array<DeliveryCarrierCalculatedRateGroupServiceInput> | null | undefined;
};

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

export type DeliveryConditionField =
  | 'TOTAL_PRICE'
  | 'TOTAL_WEIGHT';

export type DeliveryConditionOperator =
  | 'GREATER_THAN_OR_EQUAL_TO'
  | 'LESS_THAN_OR_EQUAL_TO';

export type DeliveryCountryInput = {
  code?: CountryCode | null | undefined;
  includeAllProvinces?: boolean | null | undefined;
  provinces?: Array<DeliveryProvinceInput> | null | undefined;
  restOfWorld?: boolean | null | undefined;
};

export type DeliveryFlatRateCreateInput = {
  price: MoneyInput;
  transitTimeMaxSeconds?: number | null | undefined;
  transitTimeMinSeconds?: number | null | undefined;
};

export type DeliveryFlatRateGroupCreateInput = {
  conditions?: DeliveryRateConditionsCreateInput | null | undefined;
  rate: DeliveryFlatRateCreateInput;
};

export type DeliveryFlatRateGroupUpdateInput = {
  conditions?: DeliveryRateConditionsUpdateInput | null | undefined;
  id: string;
  rate?: DeliveryFlatRateUpdateInput | null | undefined;
};

export type DeliveryFlatRateOptionDefinitionCreateInput = {
  currency: CurrencyCode;
  description?: string | null | undefined;
  freeDeliveryMinimumValue?: MoneyInput | null | undefined;
  isActive?: boolean | null | undefined;
  name: string;
  rateGroups?: Array<DeliveryFlatRateGroupCreateInput> | null | undefined;
};

export type DeliveryFlatRateOptionDefinitionUpdateInput = {
  currency?: CurrencyCode | null | undefined;
  description?: string | null | undefined;
  freeDeliveryMinimumValue?: MoneyInput | null | undefined;
  id: string;
  isActive?: boolean | null | undefined;
  name?: string | null | undefined;
  rateGroupsToCreate?: Array<DeliveryFlatRateGroupCreateInput> | null | undefined;
  rateGroupsToDelete?: Array<string> | null | undefined;
  rateGroupsToUpdate?: Array<DeliveryFlatRateGroupUpdateInput> | null | undefined;
};

export type DeliveryFlatRateUpdateInput = {
  price?: MoneyInput | null | undefined;
  transitTimeMaxSeconds?: number | null | undefined;
  transitTimeMinSeconds?: number | null | undefined;
};

export type DeliveryLocationGroupZoneInput = {
  countries?: Array<DeliveryCountryInput> | null | undefined;
  id?: string | null | undefined;
  methodDefinitionsToCreate?: Array<DeliveryMethodDefinitionInput> | null | undefined;
  methodDefinitionsToUpdate?: Array<DeliveryMethodDefinitionInput> | null | undefined;
  name?: string | null | undefined;
};

export type DeliveryMethodDefinitionInput = {
  active?: boolean | null | undefined;
  conditionsToUpdate?: Array<DeliveryUpdateConditionInput> | null | undefined;
  description?: string | null | undefined;
  id?: string | null | undefined;
  name?: string | null | undefined;
  participant?: DeliveryParticipantInput | null | undefined;
  priceConditionsToCreate?: Array<DeliveryPriceConditionInput> | null | undefined;
  rateDefinition?: DeliveryRateDefinitionInput | null | undefined;
  weightConditionsToCreate?: Array<DeliveryWeightConditionInput> | null | undefined;
};

export type DeliveryMethodType =
  | 'LOCAL'
  | 'NONE'
  | 'PICKUP_POINT'
  | 'PICK_UP'
  | 'RETAIL'
  | 'SHIPPING';

export type DeliveryOptionDefinitionCreateInput =
  {   carrierCalculated: DeliveryCarrierCalculatedOptionDefinitionCreateInput; flatRate?: never; valueBased?: never; weightBased?: never; }
  |  { carrierCalculated?: never;   flatRate: DeliveryFlatRateOptionDefinitionCreateInput; valueBased?: never; weightBased?: never; }
  |  { carrierCalculated?: never; flatRate?: never;   valueBased: DeliveryValueBasedOptionDefinitionCreateInput; weightBased?: never; }
  |  { carrierCalculated?: never; flatRate?: never; valueBased?: never;   weightBased: DeliveryWeightBasedOptionDefinitionCreateInput; };

export type DeliveryOptionDefinitionUpdateInput =
  {   carrierCalculated: DeliveryCarrierCalculatedOptionDefinitionUpdateInput; flatRate?: never; valueBased?: never; weightBased?: never; }
  |  { carrierCalculated?: never;   flatRate: DeliveryFlatRateOptionDefinitionUpdateInput; valueBased?: never; weightBased?: never; }
  |  { carrierCalculated?: never; flatRate?: never;   valueBased: DeliveryValueBasedOptionDefinitionUpdateInput; weightBased?: never; }
  |  { carrierCalculated?: never; flatRate?: never; valueBased?: never;   weightBased: DeliveryWeightBasedOptionDefinitionUpdateInput; };

export type DeliveryParticipantInput = {
  adaptToNewServices?: boolean | null | undefined;
  carrierServiceId?: string | null | undefined;
  fixedFee?: MoneyInput | null | undefined;
  id?: string | null | undefined;
  participantServices?: Array<DeliveryParticipantServiceInput> | null | undefined;
  percentageOfRateFee?: number | null | undefined;
};

export type DeliveryParticipantServiceInput = {
  active: boolean;
  name: string;
};

export type DeliveryPriceConditionInput = {
  criteria?: MoneyInput | null | undefined;
  operator?: DeliveryConditionOperator | null | undefined;
};

export type DeliveryProfileInput = {
  conditionsToDelete?: Array<string> | null | undefined;
  coversAllItems?: boolean | null | undefined;
  locationGroupsToCreate?: Array<DeliveryProfileLocationGroupInput> | null | undefined;
  locationGroupsToDelete?: Array<string> | null | undefined;
  locationGroupsToUpdate?: Array<DeliveryProfileLocationGroupInput> | null | undefined;
  methodDefinitionsToDelete?: Array<string> | null | undefined;
  name?: string | null | undefined;
  profileLocationGroups?: Array<DeliveryProfileLocationGroupInput> | null | undefined;
  sellingPlanGroupsToAssociate?: Array<string> | null | undefined;
  sellingPlanGroupsToDissociate?: Array<string> | null | undefined;
  variantsToAssociate?: Array<string> | null | undefined;
  variantsToDissociate?: Array<string> | null | undefined;
  zonesToDelete?: Array<string> | null | undefined;
};

export type DeliveryProfileLocationGroupInput = {
  id?: string | null | undefined;
  locations?: Array<string> | null | undefined;
  locationsToAdd?: Array<string> | null | undefined;
  locationsToRemove?: Array<string> | null | undefined;
  zonesToCreate?: Array<DeliveryLocationGroupZoneInput> | null | undefined;
  zonesToUpdate?: Array<DeliveryLocationGroupZoneInput> | null | undefined;
};

export type DeliveryProvinceInput = {
  code: string;
};

export type DeliveryRateConditionsCreateInput = {
  collectionsToAdd?: Array<string> | null | undefined;
  originLocationsToAdd?: Array<string> | null | undefined;
};

export type DeliveryRateConditionsUpdateInput = {
  collectionsToAdd?: Array<string> | null | undefined;
  collectionsToRemove?: Array<string> | null | undefined;
  originLocationsToAdd?: Array<string> | null | undefined;
  originLocationsToRemove?: Array<string> | null | undefined;
  resetToAllProducts?: boolean | null | undefined;
};

export type DeliveryRateDefinitionInput = {
  id?: string | null | undefined;
  price: MoneyInput;
};

export type DeliveryUpdateConditionInput = {
  criteria?: number | null | undefined;
  criteriaUnit?: string | null | undefined;
  field?: DeliveryConditionField | null | undefined;
  id: string;
  operator?: DeliveryConditionOperator | null | undefined;
};

export type DeliveryValueBasedOptionDefinitionCreateInput = {
  currency: CurrencyCode;
  description?: string | null | undefined;
  freeDeliveryMinimumValue?: MoneyInput | null | undefined;
  isActive?: boolean | null | undefined;
  name: string;
  rateGroups: Array<DeliveryValueBasedRateGroupCreateInput>;
};

export type DeliveryValueBasedOptionDefinitionUpdateInput = {
  currency?: CurrencyCode | null | undefined;
  description?: string | null | undefined;
  freeDeliveryMinimumValue?: MoneyInput | null | undefined;
  id: string;
  isActive?: boolean | null | undefined;
  name?: string | null | undefined;
  rateGroupsToCreate?: Array<DeliveryValueBasedRateGroupCreateInput> | null | undefined;
  rateGroupsToDelete?: Array<string> | null | undefined;
  rateGroupsToUpdate?: Array<DeliveryValueBasedRateGroupUpdateInput> | null | undefined;
};

export type DeliveryValueBasedRateCreateInput = {
  maxValue?: MoneyInput | null | undefined;
  minValue: MoneyInput;
  price: MoneyInput;
  transitTimeMaxSeconds?: number | null | undefined;
  transitTimeMinSeconds?: number | null | undefined;
};

export type DeliveryValueBasedRateGroupCreateInput = {
  conditions: DeliveryRateConditionsCreateInput;
  rates: Array<DeliveryValueBasedRateCreateInput>;
};

export type DeliveryValueBasedRateGroupUpdateInput = {
  conditions?: DeliveryRateConditionsUpdateInput | null | undefined;
  id: string;
  ratesToCreate?: Array<DeliveryValueBasedRateCreateInput> | null | undefined;
  ratesToDelete?: Array<string> | null | undefined;
  ratesToUpdate?: Array<DeliveryValueBasedRateUpdateInput> | null | undefined;
};

export type DeliveryValueBasedRateUpdateInput = {
  id: string;
  maxValue?: MoneyInput | null | undefined;
  minValue?: MoneyInput | null | undefined;
  price?: MoneyInput | null | undefined;
  transitTimeMaxSeconds?: number | null | undefined;
  transitTimeMinSeconds?: number | null | undefined;
};

export type DeliveryWeightBasedOptionDefinitionCreateInput = {
  currency: CurrencyCode;
  description?: string | null | undefined;
  freeDeliveryMinimumValue?: MoneyInput | null | undefined;
  isActive?: boolean | null | undefined;
  name: string;
  rateGroups: Array<DeliveryWeightBasedRateGroupCreateInput>;
};

export type DeliveryWeightBasedOptionDefinitionUpdateInput = {
  currency?: CurrencyCode | null | undefined;
  description?: string | null | undefined;
  freeDeliveryMinimumValue?: MoneyInput | null | undefined;
  id: string;
  isActive?: boolean | null | undefined;
  name?: string | null | undefined;
  rateGroupsToCreate?: Array<DeliveryWeightBasedRateGroupCreateInput> | null | undefined;
  rateGroupsToDelete?: Array<string> | null | undefined;
  rateGroupsToUpdate?: Array<DeliveryWeightBasedRateGroupUpdateInput> | null | undefined;
};

export type DeliveryWeightBasedRateCreateInput = {
  maxWeight?: WeightInput | null | undefined;
  minWeight: WeightInput;
  price: MoneyInput;
  transitTimeMaxSeconds?: number | null | undefined;
  transitTimeMinSeconds?: number | null | undefined;
};

export type DeliveryWeightBasedRateGroupCreateInput = {
  conditions: DeliveryRateConditionsCreateInput;
  rates: Array<DeliveryWeightBasedRateCreateInput>;
};

export type DeliveryWeightBasedRateGroupUpdateInput = {
  conditions?: DeliveryRateConditionsUpdateInput | null | undefined;
  id: string;
  ratesToCreate?: Array<DeliveryWeightBasedRateCreateInput> | null | undefined;
  ratesToDelete?: Array<string> | null | undefined;
  ratesToUpdate?: Array<DeliveryWeightBasedRateUpdateInput> | null | undefined;
};

export type DeliveryWeightBasedRateUpdateInput = {
  id: string;
  maxWeight?: WeightInput | null | undefined;
  minWeight?: WeightInput | null | undefined;
  price?: MoneyInput | null | undefined;
  transitTimeMaxSeconds?: number | null | undefined;
  transitTimeMinSeconds?: number | null | undefined;
};

export type DeliveryWeightConditionInput = {
  criteria?: WeightInput | null | undefined;
  operator?: DeliveryConditionOperator | null | undefined;
};

export type FulfillmentHoldReason =
  | 'AWAITING_PAYMENT'
  | 'AWAITING_RETURN_ITEMS'
  | 'HIGH_RISK_OF_FRAUD'
  | 'INCORRECT_ADDRESS'
  | 'INVENTORY_OUT_OF_STOCK'
  | 'ONLINE_STORE_POST_PURCHASE_CROSS_SELL'
  | 'OTHER'
  | 'UNKNOWN_DELIVERY_DATE';

export type FulfillmentInput = {
  lineItemsByFulfillmentOrder: Array<FulfillmentOrderLineItemsInput>;
  notifyCustomer?: boolean | null | undefined;
  originAddress?: FulfillmentOriginAddressInput | null | undefined;
  trackingInfo?: FulfillmentTrackingInput | null | undefined;
};

export type FulfillmentOrderAction =
  | 'CANCEL_FULFILLMENT_ORDER'
  | 'CREATE_FULFILLMENT'
  | 'EXTERNAL'
  | 'HOLD'
  | 'MARK_AS_OPEN'
  | 'MERGE'
  | 'MOVE'
  | 'RELEASE_HOLD'
  | 'REPORT_PROGRESS'
  | 'REQUEST_CANCELLATION'
  | 'REQUEST_FULFILLMENT'
  | 'SPLIT';

export type FulfillmentOrderHoldInput = {
  externalId?: string | null | undefined;
  fulfillmentOrderLineItems?: Array<FulfillmentOrderLineItemInput> | null | undefined;
  handle?: string | null | undefined;
  notifyMerchant?: boolean | null | undefined;
  reason: FulfillmentHoldReason;
  reasonNotes?: string | null | undefined;
};

export type FulfillmentOrderHoldUserErrorCode =
  | 'DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS'
  | 'DUPLICATE_FULFILLMENT_HOLD_HANDLE'
  | 'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED'
  | 'FULFILLMENT_ORDER_NOT_FOUND'
  | 'FULFILLMENT_ORDER_NOT_SPLITTABLE'
  | 'GREATER_THAN_ZERO'
  | 'INVALID_LINE_ITEM_QUANTITY'
  | 'TAKEN';

export type FulfillmentOrderLineItemInput = {
  id: string;
  quantity: number;
};

export type FulfillmentOrderLineItemsInput = {
  fulfillmentOrderId: string;
  fulfillmentOrderLineItems?: Array<FulfillmentOrderLineItemInput> | null | undefined;
};

export type FulfillmentOrderReleaseHoldUserErrorCode =
  | 'FULFILLMENT_ORDER_NOT_FOUND'
  | 'INVALID_ACCESS';

export type FulfillmentOrderStatus =
  | 'CANCELLED'
  | 'CLOSED'
  | 'INCOMPLETE'
  | 'IN_PROGRESS'
  | 'ON_HOLD'
  | 'OPEN'
  | 'SCHEDULED';

export type FulfillmentOriginAddressInput = {
  address1?: string | null | undefined;
  address2?: string | null | undefined;
  city?: string | null | undefined;
  countryCode: string;
  provinceCode?: string | null | undefined;
  zip?: string | null | undefined;
};

export type FulfillmentStatus =
  | 'CANCELLED'
  | 'ERROR'
  | 'FAILURE'
  | 'OPEN'
  | 'PENDING'
  | 'SUCCESS';

export type FulfillmentTrackingInput = {
  company?: string | null | undefined;
  number?: string | null | undefined;
  numbers?: Array<string> | null | undefined;
  url?: string | null | undefined;
  urls?: Array<string> | null | undefined;
};

export type InclusiveDutiesPricingStrategy =
  | 'ADD_DUTIES_AT_CHECKOUT'
  | 'INCLUDE_DUTIES_IN_PRICE';

export type InclusiveTaxPricingStrategy =
  | 'ADD_TAXES_AT_CHECKOUT'
  | 'INCLUDES_TAXES_IN_PRICE'
  | 'INCLUDES_TAXES_IN_PRICE_BASED_ON_COUNTRY';

export type MarketConditionApplicationType =
  | 'ALL'
  | 'SPECIFIED';

export type MarketConditionsChannelsInput = {
  channelIds?: Array<string> | null | undefined;
};

export type MarketConditionsCompanyLocationsInput =
  {   applicationLevel: MarketConditionApplicationType; companyLocationIds?: never; }
  |  { applicationLevel?: never;   companyLocationIds: Array<string>; };

export type MarketConditionsInput = {
  channelsCondition?: MarketConditionsChannelsInput | null | undefined;
  companyLocationsCondition?: MarketConditionsCompanyLocationsInput | null | undefined;
  locationsCondition?: MarketConditionsLocationsInput | null | undefined;
  regionsCondition?: MarketConditionsRegionsInput | null | undefined;
};

export type MarketConditionsLocationsInput =
  {   applicationLevel: MarketConditionApplicationType; locationIds?: never; }
  |  { applicationLevel?: never;   locationIds: Array<string>; };

export type MarketConditionsRegionInput = {
  countryCode: CountryCode;
  subdivision?: string | null | undefined;
};

export type MarketConditionsRegionsInput =
  {   applicationLevel: MarketConditionApplicationType; regionIds?: never; regions?: never; }
  |  { applicationLevel?: never;   regionIds: Array<string>; regions?: never; }
  |  { applicationLevel?: never; regionIds?: never;   regions: Array<MarketConditionsRegionInput>; };

export type MarketConditionsUpdateInput = {
  conditionsToAdd?: MarketConditionsInput | null | undefined;
  conditionsToDelete?: MarketConditionsInput | null | undefined;
};

export type MarketCurrencySettingsUpdateInput = {
  baseCurrency?: CurrencyCode | null | undefined;
  baseCurrencyManualRate?: string | null | undefined;
  localCurrencies?: boolean | null | undefined;
  roundingEnabled?: boolean | null | undefined;
};

export type MarketDeliveryConfigurationsUpdateInput = {
  removeShipping?: boolean | null | undefined;
  shipping?: ShippingConfigurationUpdateInput | null | undefined;
};

export type MarketPriceInclusionsInput = {
  adaptivePricingEnabled?: boolean | null | undefined;
  dutiesPricingStrategy?: InclusiveDutiesPricingStrategy | null | undefined;
  taxPricingStrategy?: InclusiveTaxPricingStrategy | null | undefined;
};

export type MarketStatus =
  | 'ACTIVE'
  | 'DRAFT';

export type MarketUpdateInput = {
  catalogsToAdd?: Array<string> | null | undefined;
  catalogsToDelete?: Array<string> | null | undefined;
  conditions?: MarketConditionsUpdateInput | null | undefined;
  currencySettings?: MarketCurrencySettingsUpdateInput | null | undefined;
  delivery?: MarketDeliveryConfigurationsUpdateInput | null | undefined;
  discountsToAdd?: Array<string> | null | undefined;
  discountsToDelete?: Array<string> | null | undefined;
  /** @deprecated Use `status` instead. */
  enabled?: boolean | null | undefined;
  handle?: string | null | undefined;
  /** @deprecated Use `makeDuplicateUniqueMarketsDraft` instead. */
  makeDuplicateRegionMarketsDraft?: boolean | null | undefined;
  makeDuplicateUniqueMarketsDraft?: boolean | null | undefined;
  name?: string | null | undefined;
  priceInclusions?: MarketPriceInclusionsInput | null | undefined;
  removeCurrencySettings?: boolean | null | undefined;
  removePriceInclusions?: boolean | null | undefined;
  status?: MarketStatus | null | undefined;
  webPresencesToAdd?: Array<string> | null | undefined;
  webPresencesToDelete?: Array<string> | null | undefined;
};

export type MarketUserErrorCode =
  | 'ADAPTIVE_PRICING_REQUIRED_SETUP_ERROR'
  | 'ADAPTIVE_PRICING_REQUIRES_LOCAL_CURRENCIES'
  | 'ADAPTIVE_PRICING_REQUIRES_MANAGED_MARKETS'
  | 'B2B_CATALOG_LIMIT_REACHED'
  | 'B2B_MARKET_MUST_BE_MERCHANT_MANAGED'
  | 'BLANK'
  | 'CANNOT_ACTIVATE_MARKET_B2B_CATALOG_LIMIT_REACHED'
  | 'CANNOT_ADD_ALL_SUBDIVISIONS_FOR_A_COUNTRY_TO_A_MARKET'
  | 'CANNOT_ADD_CUSTOMER_DOMAIN'
  | 'CANNOT_ADD_REGIONS_TO_PRIMARY_MARKET'
  | 'CANNOT_ADD_WEB_PRESENCE_TO_PRIMARY_MARKET'
  | 'CANNOT_DELETE_ONLY_REGION'
  | 'CANNOT_DELETE_PRIMARY_MARKET'
  | 'CANNOT_DELETE_PRIMARY_MARKET_WEB_PRESENCE'
  | 'CANNOT_DELETE_SUBDIVISION_MARKET'
  | 'CANNOT_DISABLE_PRIMARY_MARKET'
  | 'CANNOT_HAVE_BOTH_SUBFOLDER_AND_DOMAIN_WEB_PRESENCES'
  | 'CANNOT_HAVE_MULTIPLE_SUBFOLDERS_PER_MARKET'
  | 'CANNOT_HAVE_SUBFOLDER_AND_DOMAIN'
  | 'CANNOT_SET_DEFAULT_LOCALE_TO_NULL'
  | 'CATALOGS_WITH_VOLUME_PRICING_OR_QUANTITY_RULES_NOT_SUPPORTED'
  | 'CATALOG_CONDITION_TYPES_MUST_BE_THE_SAME'
  | 'CATALOG_NOT_COMPATIBLE_WITH_CONDITION_TYPES'
  | 'CATALOG_TYPE_NOT_SUPPORTED'
  | 'CHANNEL_DRIVER_MUST_HAVE_CHANNEL_SPECIFICATION'
  | 'CHANNEL_MARKET_MUST_HAVE_SINGLE_CHANNEL_DRIVER'
  | 'CHANNEL_NOT_VALID_FOR_CHANNEL_MARKET'
  | 'CONDITIONS_NOT_FOUND'
  | 'CONTAINS_REGIONS_THAT_CANNOT_BE_MANAGED'
  | 'CUSTOMIZATIONS_NOT_FOUND'
  | 'DISABLED_LANGUAGE'
  | 'DISCOUNT_EXCEEDS_MARKET_LIMIT'
  | 'DISCOUNT_NOT_COMPATIBLE_WITH_B2B_MARKET'
  | 'DISCOUNT_NOT_MARKET_CONTEXTUAL'
  | 'DOMAIN_NOT_FOUND'
  | 'DUPLICATE_LANGUAGES'
  | 'DUPLICATE_REGION_MARKET'
  | 'DUPLICATE_UNIQUE_MARKET'
  | 'EXCEEDS_MAX_MULTI_CONTEXT_MARKETS'
  | 'GENERIC_ERROR'
  | 'GLOBAL_E_PRICING_STRATEGY_NOT_PERMITTED'
  | 'INCLUSION'
  | 'INCLUSIVE_PRICING_NOT_COMPATIBLE_WITH_CONDITION_TYPES'
  | 'INCOMPATIBLE_CONDITIONS'
  | 'INCOMPATIBLE_CONFIGURATION'
  | 'INVALID'
  | 'INVALID_CHANNEL_IDS'
  | 'INVALID_COUNTRY_AND_SUBDIVISION_CONDITIONS'
  | 'INVALID_CUSTOMIZATION_FOR_SUBDIVISION_CONDITION'
  | 'INVALID_PROVINCE_FORMAT'
  | 'INVALID_RESPONDER_FOR_PROVINCE_DRIVEN_MARKET'
  | 'INVALID_STATUS_AND_ENABLED_COMBINATION'
  | 'INVALID_SUBDIVISION_FORMAT'
  | 'LOCATION_MATCH_ALL_REQUIRES_ONE_SPECIFIC_REGION'
  | 'LOCATION_REGION_COUNTRY_MISMATCH'
  | 'MANAGED_MARKET'
  | 'MANAGED_MARKETS_CATALOG_NOT_ALLOWED'
  | 'MANAGED_MARKETS_RESOURCE_NOT_ALLOWED'
  | 'MANAGED_MARKET_CURRENCY_MUST_MATCH_COUNTRY'
  | 'MARKET_CANT_HAVE_DIRECT_CONNECTION_CATALOG'
  | 'MARKET_MANAGER_NOT_COMPATIBLE_WITH_CONDITION_TYPES'
  | 'MARKET_NOT_COMPATIBLE_WITH_CONDITION_TYPES'
  | 'MARKET_NOT_FOUND'
  | 'MARKET_REACHED_WEB_PRESENCE_LIMIT'
  | 'MARKET_UPDATE_CONCURRENT_MODIFICATION'
  | 'MISSING_COUNTRY_CODE'
  | 'MISSING_PROVINCE_CODE'
  | 'MISSING_SUBDIVISION_CODE'
  | 'MIXED_COUNTRY_LOCATIONS_NOT_ALLOWED'
  | 'MULTIPLE_CURRENCIES_NOT_SUPPORTED'
  | 'MUST_HAVE_AT_LEAST_ONE_ACTIVE_REGION_MARKET'
  | 'NOT_ENTITLED_TO_ACTIVATE_MARKET'
  | 'NO_LANGUAGES'
  | 'NO_LOCAL_CURRENCIES_ON_SINGLE_COUNTRY_MARKET'
  | 'NO_ROUNDING_ON_LEGACY_MARKET'
  | 'POS_LOCATION_MARKET_MUST_BE_MERCHANT_MANAGED'
  | 'PRIMARY_MARKET_MUST_USE_PRIMARY_DOMAIN'
  | 'PROVINCE_DOES_NOT_EXIST'
  | 'REGION_NOT_FOUND'
  | 'REGION_NOT_SUPPORTED_FOR_CHANNEL'
  | 'REGION_SPECIFIC_LANGUAGE'
  | 'REQUIRES_DOMAIN_OR_SUBFOLDER'
  | 'REQUIRES_EXACTLY_ONE_OPTION'
  | 'RETAIL_LOCATION_CURRENCY_MUST_BE_LOCAL'
  | 'SHIPPING_NOT_COMPATIBLE_WITH_CONDITION_TYPES'
  | 'SHOP_MUST_HAVE_PRIMARY_DOMAIN_WEB_PRESENCE'
  | 'SHOP_REACHED_MARKETS_LIMIT'
  | 'SPECIFIED_CONDITIONS_CANNOT_BE_EMPTY'
  | 'SPECIFIED_NOT_VALID_FOR_INPUT'
  | 'SUBDIVISION_DOES_NOT_EXIST'
  | 'SUBDIVISION_MUST_BELONG_TO_COUNTRY'
  | 'SUBFOLDER_SUFFIX_CANNOT_BE_SCRIPT_CODE'
  | 'SUBFOLDER_SUFFIX_MUST_BE_AT_LEAST_2_LETTERS'
  | 'SUBFOLDER_SUFFIX_MUST_CONTAIN_ONLY_LETTERS'
  | 'TAKEN'
  | 'TOO_LONG'
  | 'TOO_SHORT'
  | 'UNIFIED_MARKETS_NOT_ENABLED'
  | 'UNPERMITTED_ENTITLEMENTS_MARKET_CATALOGS'
  | 'UNPUBLISHED_LANGUAGE'
  | 'UNSUPPORTED_COUNTRY_REGION'
  | 'UNSUPPORTED_CURRENCY'
  | 'USER_LACKS_PERMISSION'
  | 'WEB_PRESENCE_NOT_COMPATIBLE_WITH_CONDITION_TYPES'
  | 'WEB_PRESENCE_NOT_FOUND'
  | 'WEB_PRESENCE_REACHED_MARKETS_LIMIT'
  | 'WEB_PRESENCE_RETAIL_LOCATION'
  | 'WILDCARD_NOT_SUPPORTED';

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

export type MoneyInput = {
  amount: string;
  currencyCode: CurrencyCode;
};

export type OrderDisplayFinancialStatus =
  | 'AUTHORIZED'
  | 'EXPIRED'
  | 'PAID'
  | 'PARTIALLY_PAID'
  | 'PARTIALLY_REFUNDED'
  | 'PENDING'
  | 'REFUNDED'
  | 'VOIDED';

export type ShippingConfigurationUpdateInput = {
  isEnabled?: boolean | null | undefined;
  optionDefinitionsToCreate?: Array<DeliveryOptionDefinitionCreateInput> | null | undefined;
  optionDefinitionsToDelete?: Array<string> | null | undefined;
  optionDefinitionsToUpdate?: Array<DeliveryOptionDefinitionUpdateInput> | null | undefined;
};

export type WeightInput = {
  unit: WeightUnit;
  value: number;
};

export type WeightUnit =
  | 'GRAMS'
  | 'KILOGRAMS'
  | 'OUNCES'
  | 'POUNDS';

export type CarrierServiceCreateMutationVariables = Exact<{
  input: DeliveryCarrierServiceCreateInput;
}>;


export type CarrierServiceCreateMutation = { carrierServiceCreate: { carrierService: { id: string, callbackUrl: string | null } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: CarrierServiceCreateUserErrorCode | null }> } | null };

export type CarrierServiceDeleteMutationVariables = Exact<{
  id: string;
}>;


export type CarrierServiceDeleteMutation = { carrierServiceDelete: { deletedId: string | null, userErrors: Array<{ field: Array<string> | null, message: string, code: CarrierServiceDeleteUserErrorCode | null }> } | null };

export type CarrierServiceStateQueryVariables = Exact<{
  id: string;
}>;


export type CarrierServiceStateQuery = { carrierService: { id: string, active: boolean } | null };

export type CarrierServiceUpdateMutationVariables = Exact<{
  input: DeliveryCarrierServiceUpdateInput;
}>;


export type CarrierServiceUpdateMutation = { carrierServiceUpdate: { carrierService: { id: string, callbackUrl: string | null } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: CarrierServiceUpdateUserErrorCode | null }> } | null };

export type CarrierServicesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CarrierServicesQuery = { carrierServices: { nodes: Array<{ id: string, name: string | null, active: boolean, callbackUrl: string | null, supportsServiceDiscovery: boolean }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ChangedOrdersQueryVariables = Exact<{
  query: string;
  after?: string | null | undefined;
}>;


export type ChangedOrdersQuery = { orders: { nodes: Array<{ id: string, createdAt: string, updatedAt: string, cancelledAt: string | null, edited: boolean, displayFinancialStatus: OrderDisplayFinancialStatus | null, refunds: Array<{ id: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DeliveryProfileUpdateMutationVariables = Exact<{
  id: string;
  profile: DeliveryProfileInput;
}>;


export type DeliveryProfileUpdateMutation = { deliveryProfileUpdate: { userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type DeliveryProfilesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DeliveryProfilesQuery = { deliveryProfiles: { nodes: Array<{ id: string, name: string, profileLocationGroups: Array<{ locationGroup: { id: string, locations: { nodes: Array<{ name: string }> } } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DeliveryZonesQueryVariables = Exact<{
  profileId: string;
  locationGroupId: string;
  after?: string | null | undefined;
}>;


export type DeliveryZonesQuery = { deliveryProfile: { profileLocationGroups: Array<{ locationGroupZones: { nodes: Array<{ zone: { id: string, name: string, countries: Array<{ code: { countryCode: CountryCode | null, restOfWorld: boolean } }> }, methodDefinitions: { nodes: Array<{ id: string, active: boolean, rateProvider:
                | { id: string, adaptToNewServicesFlag: boolean, carrierService: { id: string } }
                | Record<PropertyKey, never>
               }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }> } | null };

export type FulfillmentQueryVariables = Exact<{
  id: string;
}>;


export type FulfillmentQuery = { fulfillment: { id: string, status: FulfillmentStatus, createdAt: string, location: { id: string } | null, fulfillmentOrders: { nodes: Array<{ deliveryMethod: { methodType: DeliveryMethodType } | null }> }, trackingInfo: Array<{ number: string | null, url: string | null, company: string | null }>, fulfillmentLineItems: { nodes: Array<{ quantity: number | null, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type FulfilledLinesFragment = { nodes: Array<{ quantity: number | null, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type FulfillmentCreateMutationVariables = Exact<{
  fulfillment: FulfillmentInput;
}>;


export type FulfillmentCreateMutation = { fulfillmentCreate: { fulfillment: { id: string } | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type FulfillmentOrderHoldMutationVariables = Exact<{
  id: string;
  hold: FulfillmentOrderHoldInput;
}>;


export type FulfillmentOrderHoldMutation = { fulfillmentOrderHold: { fulfillmentHold: { id: string } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: FulfillmentOrderHoldUserErrorCode | null }> } | null };

export type FulfillmentOrderLinesAfterQueryVariables = Exact<{
  id: string;
  after: string;
}>;


export type FulfillmentOrderLinesAfterQuery = { fulfillmentOrder: { lineItems: { nodes: Array<{ totalQuantity: number, remainingQuantity: number, requiresShipping: boolean, sku: string | null, productTitle: string, lineItem: { id: string }, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type FulfillmentOrderLinesFragment = { nodes: Array<{ totalQuantity: number, remainingQuantity: number, requiresShipping: boolean, sku: string | null, productTitle: string, lineItem: { id: string }, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type FulfillmentOrderMoveMutationVariables = Exact<{
  id: string;
  locationId: string;
  lines?: Array<FulfillmentOrderLineItemInput> | FulfillmentOrderLineItemInput | null | undefined;
}>;


export type FulfillmentOrderMoveMutation = { fulfillmentOrderMove: { movedFulfillmentOrder: { id: string } | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type FulfillmentOrderReleaseHoldMutationVariables = Exact<{
  id: string;
  holdIds: Array<string> | string;
}>;


export type FulfillmentOrderReleaseHoldMutation = { fulfillmentOrderReleaseHold: { fulfillmentOrder: { id: string } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: FulfillmentOrderReleaseHoldUserErrorCode | null }> } | null };

export type FulfillmentTrackingInfoUpdateMutationVariables = Exact<{
  fulfillmentId: string;
  tracking: FulfillmentTrackingInput;
  notifyCustomer: boolean;
}>;


export type FulfillmentTrackingInfoUpdateMutation = { fulfillmentTrackingInfoUpdate: { fulfillment: { id: string } | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type GrantedScopesQueryVariables = Exact<{ [key: string]: never; }>;


export type GrantedScopesQuery = { currentAppInstallation: { accessScopes: Array<{ handle: string }> } };

export type LocationsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LocationsQuery = { locations: { nodes: Array<{ id: string, name: string, fulfillsOnlineOrders: boolean, isFulfillmentService: boolean, address: { city: string | null, countryCode: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MarketRatesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type MarketRatesQuery = { market: { delivery: { shipping: { optionDefinitions: { nodes: Array<
            | { name: string }
            | { name: string }
            | { name: string }
            | Record<PropertyKey, never>
          >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null } } | null };

export type MarketShippingQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type MarketShippingQuery = { market: { conditions: { regionsCondition: { applicationLevel: MarketConditionApplicationType | null, regions: { nodes: Array<
            | { code: CountryCode }
            | { country: { code: CountryCode } }
          > } } | null } | null, delivery: { shipping: { isEnabled: boolean, optionDefinitions: { nodes: Array<
            | { id: string, isActive: boolean, rateGroups: { nodes: Array<{ id: string, autoIncludeNewServices: boolean, carrierService: { id: string } }> } | null }
            | { id: string, isActive: boolean }
            | { id: string, isActive: boolean }
            | { id: string, isActive: boolean }
          >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null } } | null };

export type MarketUpdateMutationVariables = Exact<{
  id: string;
  input: MarketUpdateInput;
}>;


export type MarketUpdateMutation = { marketUpdate: { userErrors: Array<{ field: Array<string> | null, message: string, code: MarketUserErrorCode | null }> } | null };

export type MarketsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MarketsQuery = { markets: { nodes: Array<{ id: string, name: string, status: MarketStatus }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

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

export type MoreFulfilledLinesQueryVariables = Exact<{
  id: string;
  after: string;
}>;


export type MoreFulfilledLinesQuery = { fulfillment: { fulfillmentLineItems: { nodes: Array<{ quantity: number | null, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type MoreLinesToFulfilQueryVariables = Exact<{
  id: string;
  after: string;
}>;


export type MoreLinesToFulfilQuery = { fulfillmentOrder: { lineItems: { nodes: Array<{ id: string, remainingQuantity: number, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type RemainingLinesFragment = { nodes: Array<{ id: string, remainingQuantity: number, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type MoreOrderedLinesQueryVariables = Exact<{
  id: string;
  after: string;
}>;


export type MoreOrderedLinesQuery = { order: { lineItems: { nodes: Array<{ id: string, quantity: number, currentQuantity: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type OrderedLinesFragment = { nodes: Array<{ id: string, quantity: number, currentQuantity: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type MoreToFulfilQueryVariables = Exact<{
  id: string;
  after: string;
}>;


export type MoreToFulfilQuery = { order: { fulfillmentOrders: { nodes: Array<{ id: string, status: FulfillmentOrderStatus, supportedActions: Array<{ action: FulfillmentOrderAction }>, assignedLocation: { location: { id: string, isFulfillmentService: boolean } | null }, deliveryMethod: { methodType: DeliveryMethodType, serviceCode: string | null } | null, fulfillmentHolds: Array<{ id: string, handle: string | null, heldByRequestingApp: boolean, reasonNotes: string | null }>, lineItems: { nodes: Array<{ id: string, remainingQuantity: number, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type FulfillableOrdersFragment = { nodes: Array<{ id: string, status: FulfillmentOrderStatus, supportedActions: Array<{ action: FulfillmentOrderAction }>, assignedLocation: { location: { id: string, isFulfillmentService: boolean } | null }, deliveryMethod: { methodType: DeliveryMethodType, serviceCode: string | null } | null, fulfillmentHolds: Array<{ id: string, handle: string | null, heldByRequestingApp: boolean, reasonNotes: string | null }>, lineItems: { nodes: Array<{ id: string, remainingQuantity: number, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type OrderForPromiseQueryVariables = Exact<{
  id: string;
}>;


export type OrderForPromiseQuery = { order: { id: string, name: string, createdAt: string, updatedAt: string, shippingAddress: { countryCodeV2: CountryCode | null, zip: string | null, provinceCode: string | null } | null, shippingLines: { nodes: Array<{ title: string, code: string | null, originalPriceSet: { shopMoney: { amount: string, currencyCode: CurrencyCode } } }> }, lineItems: { nodes: Array<{ quantity: number, requiresShipping: boolean, sku: string | null, title: string, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, fulfillmentOrders: { nodes: Array<{ id: string, status: FulfillmentOrderStatus, deliveryMethod: { methodType: DeliveryMethodType, serviceCode: string | null, presentedName: string | null, minDeliveryDateTime: string | null, maxDeliveryDateTime: string | null } | null, destination: { countryCode: CountryCode | null, zip: string | null } | null, assignedLocation: { location: { id: string } | null }, lineItems: { nodes: Array<{ totalQuantity: number, remainingQuantity: number, requiresShipping: boolean, sku: string | null, productTitle: string, lineItem: { id: string }, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, quoteId: { value: string } | null, deliveryPromise: { value: string, compareDigest: string } | null, endpointId: { value: string, compareDigest: string } | null, deliveries: { value: string, compareDigest: string } | null, deliveryPromiseSource: { value: string, compareDigest: string } | null } | null };

export type OrderMetafieldsFragment = { quoteId: { value: string } | null, deliveryPromise: { value: string, compareDigest: string } | null, endpointId: { value: string, compareDigest: string } | null, deliveries: { value: string, compareDigest: string } | null, deliveryPromiseSource: { value: string, compareDigest: string } | null };

export type OrderLineItemsFragment = { nodes: Array<{ quantity: number, requiresShipping: boolean, sku: string | null, title: string, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type OrderFulfillmentOrdersFragment = { nodes: Array<{ id: string, status: FulfillmentOrderStatus, deliveryMethod: { methodType: DeliveryMethodType, serviceCode: string | null, presentedName: string | null, minDeliveryDateTime: string | null, maxDeliveryDateTime: string | null } | null, destination: { countryCode: CountryCode | null, zip: string | null } | null, assignedLocation: { location: { id: string } | null }, lineItems: { nodes: Array<{ totalQuantity: number, remainingQuantity: number, requiresShipping: boolean, sku: string | null, productTitle: string, lineItem: { id: string }, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type OrderDeliveriesForExportQueryVariables = Exact<{
  id: string;
  after: string;
}>;


export type OrderDeliveriesForExportQuery = { order: { fulfillmentOrders: { nodes: Array<{ id: string, status: FulfillmentOrderStatus, fulfillAt: string | null, deliveryMethod: { methodType: DeliveryMethodType, serviceCode: string | null, presentedName: string | null, minDeliveryDateTime: string | null, maxDeliveryDateTime: string | null } | null, destination: { countryCode: CountryCode | null, zip: string | null } | null, assignedLocation: { name: string, location: { id: string, isFulfillmentService: boolean } | null }, fulfillmentHolds: Array<{ id: string, handle: string | null, reason: FulfillmentHoldReason, displayReason: string, heldByRequestingApp: boolean, reasonNotes: string | null }>, lineItems: { nodes: Array<{ totalQuantity: number, remainingQuantity: number, requiresShipping: boolean, sku: string | null, productTitle: string, lineItem: { id: string }, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ExportedDeliveriesFragment = { nodes: Array<{ id: string, status: FulfillmentOrderStatus, fulfillAt: string | null, deliveryMethod: { methodType: DeliveryMethodType, serviceCode: string | null, presentedName: string | null, minDeliveryDateTime: string | null, maxDeliveryDateTime: string | null } | null, destination: { countryCode: CountryCode | null, zip: string | null } | null, assignedLocation: { name: string, location: { id: string, isFulfillmentService: boolean } | null }, fulfillmentHolds: Array<{ id: string, handle: string | null, reason: FulfillmentHoldReason, displayReason: string, heldByRequestingApp: boolean, reasonNotes: string | null }>, lineItems: { nodes: Array<{ totalQuantity: number, remainingQuantity: number, requiresShipping: boolean, sku: string | null, productTitle: string, lineItem: { id: string }, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type OrderForExportQueryVariables = Exact<{
  id: string;
}>;


export type OrderForExportQuery = { order: { id: string, name: string, createdAt: string, updatedAt: string, cancelledAt: string | null, edited: boolean, test: boolean, displayFinancialStatus: OrderDisplayFinancialStatus | null, currencyCode: CurrencyCode, taxesIncluded: boolean, email: string | null, phone: string | null, shippingAddress: { firstName: string | null, lastName: string | null, company: string | null, address1: string | null, address2: string | null, city: string | null, zip: string | null, provinceCode: string | null, country: string | null, countryCodeV2: CountryCode | null, latitude: number | null, longitude: number | null, phone: string | null } | null, billingAddress: { firstName: string | null, lastName: string | null, company: string | null, address1: string | null, address2: string | null, city: string | null, zip: string | null, provinceCode: string | null, country: string | null, countryCodeV2: CountryCode | null, latitude: number | null, longitude: number | null, phone: string | null } | null, shippingLines: { nodes: Array<{ id: string | null, title: string, code: string | null, isRemoved: boolean, originalPriceSet: { shopMoney: { amount: string, currencyCode: CurrencyCode } }, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: { amount: string } }, discountApplication:
            | { title: string, value:
                | { percentage: number }
                | Record<PropertyKey, never>
               }
            | { code: string, value:
                | { percentage: number }
                | Record<PropertyKey, never>
               }
            | { title: string, value:
                | { percentage: number }
                | Record<PropertyKey, never>
               }
            | { title: string, value:
                | { percentage: number }
                | Record<PropertyKey, never>
               }
           }>, taxLines: Array<{ title: string, ratePercentage: number | null, priceSet: { shopMoney: { amount: string } } }> }> }, additionalFees: Array<{ name: string, price: { shopMoney: { amount: string } }, taxLines: Array<{ title: string, ratePercentage: number | null, priceSet: { shopMoney: { amount: string } } }> }>, totalTipReceivedSet: { shopMoney: { amount: string } }, refunds: Array<{ id: string, createdAt: string | null, totalRefundedSet: { shopMoney: { amount: string, currencyCode: CurrencyCode } } }>, fulfillmentOrders: { nodes: Array<{ id: string, status: FulfillmentOrderStatus, fulfillAt: string | null, deliveryMethod: { methodType: DeliveryMethodType, serviceCode: string | null, presentedName: string | null, minDeliveryDateTime: string | null, maxDeliveryDateTime: string | null } | null, destination: { countryCode: CountryCode | null, zip: string | null } | null, assignedLocation: { name: string, location: { id: string, isFulfillmentService: boolean } | null }, fulfillmentHolds: Array<{ id: string, handle: string | null, reason: FulfillmentHoldReason, displayReason: string, heldByRequestingApp: boolean, reasonNotes: string | null }>, lineItems: { nodes: Array<{ totalQuantity: number, remainingQuantity: number, requiresShipping: boolean, sku: string | null, productTitle: string, lineItem: { id: string }, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, lineItems: { nodes: Array<{ id: string, sku: string | null, name: string, title: string, quantity: number, currentQuantity: number, requiresShipping: boolean, isGiftCard: boolean, variant: { id: string } | null, originalUnitPriceSet: { shopMoney: { amount: string } }, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: { amount: string } }, discountApplication:
            | { title: string, value:
                | { percentage: number }
                | Record<PropertyKey, never>
               }
            | { code: string, value:
                | { percentage: number }
                | Record<PropertyKey, never>
               }
            | { title: string, value:
                | { percentage: number }
                | Record<PropertyKey, never>
               }
            | { title: string, value:
                | { percentage: number }
                | Record<PropertyKey, never>
               }
           }>, taxLines: Array<{ title: string, ratePercentage: number | null, priceSet: { shopMoney: { amount: string } } }>, duties: Array<{ price: { shopMoney: { amount: string } }, taxLines: Array<{ title: string, ratePercentage: number | null, priceSet: { shopMoney: { amount: string } } }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, quoteId: { value: string } | null, deliveryPromise: { value: string, compareDigest: string } | null, endpointId: { value: string, compareDigest: string } | null, deliveries: { value: string, compareDigest: string } | null, deliveryPromiseSource: { value: string, compareDigest: string } | null } | null };

export type ExportedAddressFragment = { firstName: string | null, lastName: string | null, company: string | null, address1: string | null, address2: string | null, city: string | null, zip: string | null, provinceCode: string | null, country: string | null, countryCodeV2: CountryCode | null, latitude: number | null, longitude: number | null, phone: string | null };

export type ExportedTaxFragment = { title: string, ratePercentage: number | null, priceSet: { shopMoney: { amount: string } } };

export type ExportedDiscountFragment = { allocatedAmountSet: { shopMoney: { amount: string } }, discountApplication:
    | { title: string, value:
        | { percentage: number }
        | Record<PropertyKey, never>
       }
    | { code: string, value:
        | { percentage: number }
        | Record<PropertyKey, never>
       }
    | { title: string, value:
        | { percentage: number }
        | Record<PropertyKey, never>
       }
    | { title: string, value:
        | { percentage: number }
        | Record<PropertyKey, never>
       }
   };

export type ExportedLinesFragment = { nodes: Array<{ id: string, sku: string | null, name: string, title: string, quantity: number, currentQuantity: number, requiresShipping: boolean, isGiftCard: boolean, variant: { id: string } | null, originalUnitPriceSet: { shopMoney: { amount: string } }, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: { amount: string } }, discountApplication:
        | { title: string, value:
            | { percentage: number }
            | Record<PropertyKey, never>
           }
        | { code: string, value:
            | { percentage: number }
            | Record<PropertyKey, never>
           }
        | { title: string, value:
            | { percentage: number }
            | Record<PropertyKey, never>
           }
        | { title: string, value:
            | { percentage: number }
            | Record<PropertyKey, never>
           }
       }>, taxLines: Array<{ title: string, ratePercentage: number | null, priceSet: { shopMoney: { amount: string } } }>, duties: Array<{ price: { shopMoney: { amount: string } }, taxLines: Array<{ title: string, ratePercentage: number | null, priceSet: { shopMoney: { amount: string } } }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type OrderFulfillmentOrdersAfterQueryVariables = Exact<{
  id: string;
  after: string;
}>;


export type OrderFulfillmentOrdersAfterQuery = { order: { fulfillmentOrders: { nodes: Array<{ id: string, status: FulfillmentOrderStatus, deliveryMethod: { methodType: DeliveryMethodType, serviceCode: string | null, presentedName: string | null, minDeliveryDateTime: string | null, maxDeliveryDateTime: string | null } | null, destination: { countryCode: CountryCode | null, zip: string | null } | null, assignedLocation: { location: { id: string } | null }, lineItems: { nodes: Array<{ totalQuantity: number, remainingQuantity: number, requiresShipping: boolean, sku: string | null, productTitle: string, lineItem: { id: string }, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type OrderLineItemsAfterQueryVariables = Exact<{
  id: string;
  after: string;
}>;


export type OrderLineItemsAfterQuery = { order: { lineItems: { nodes: Array<{ quantity: number, requiresShipping: boolean, sku: string | null, title: string, variant: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type OrderLinesForExportQueryVariables = Exact<{
  id: string;
  after: string;
}>;


export type OrderLinesForExportQuery = { order: { lineItems: { nodes: Array<{ id: string, sku: string | null, name: string, title: string, quantity: number, currentQuantity: number, requiresShipping: boolean, isGiftCard: boolean, variant: { id: string } | null, originalUnitPriceSet: { shopMoney: { amount: string } }, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: { amount: string } }, discountApplication:
            | { title: string, value:
                | { percentage: number }
                | Record<PropertyKey, never>
               }
            | { code: string, value:
                | { percentage: number }
                | Record<PropertyKey, never>
               }
            | { title: string, value:
                | { percentage: number }
                | Record<PropertyKey, never>
               }
            | { title: string, value:
                | { percentage: number }
                | Record<PropertyKey, never>
               }
           }>, taxLines: Array<{ title: string, ratePercentage: number | null, priceSet: { shopMoney: { amount: string } } }>, duties: Array<{ price: { shopMoney: { amount: string } }, taxLines: Array<{ title: string, ratePercentage: number | null, priceSet: { shopMoney: { amount: string } } }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type OrderOfFulfillmentOrderQueryVariables = Exact<{
  id: string;
}>;


export type OrderOfFulfillmentOrderQuery = { fulfillmentOrder: { orderId: string } | null };

export type OrderToFulfilQueryVariables = Exact<{
  id: string;
}>;


export type OrderToFulfilQuery = { order: { id: string, name: string, cancelledAt: string | null, shippingLines: { nodes: Array<{ code: string | null }> }, lineItems: { nodes: Array<{ id: string, quantity: number, currentQuantity: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, fulfillmentsCount: { count: number } | null, fulfillments: Array<{ id: string, status: FulfillmentStatus }>, fulfillmentOrders: { nodes: Array<{ id: string, status: FulfillmentOrderStatus, supportedActions: Array<{ action: FulfillmentOrderAction }>, assignedLocation: { location: { id: string, isFulfillmentService: boolean } | null }, deliveryMethod: { methodType: DeliveryMethodType, serviceCode: string | null } | null, fulfillmentHolds: Array<{ id: string, handle: string | null, heldByRequestingApp: boolean, reasonNotes: string | null }>, lineItems: { nodes: Array<{ id: string, remainingQuantity: number, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type PrimaryLocationQueryVariables = Exact<{ [key: string]: never; }>;


export type PrimaryLocationQuery = { location: { address: { countryCode: string | null, zip: string | null, city: string | null } } | null };

export type ShippingModeQueryVariables = Exact<{ [key: string]: never; }>;


export type ShippingModeQuery = { shop: { currencyCode: CurrencyCode, features: { marketDrivenShipping: boolean } }, currentAppInstallation: { accessScopes: Array<{ handle: string }> } };

export type ShopFactsQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopFactsQuery = { shop: { id: string, name: string, myshopifyDomain: string, currencyCode: CurrencyCode, ianaTimezone: string, shopAddress: { countryCodeV2: CountryCode | null } }, shopLocales: Array<{ locale: string, primary: boolean }> };

export type VariantBySearchQueryVariables = Exact<{
  query: string;
}>;


export type VariantBySearchQuery = { productVariants: { nodes: Array<{ id: string, sku: string | null, title: string, price: string, product: { id: string, title: string }, inventoryItem: { requiresShipping: boolean, measurement: { weight: { unit: WeightUnit, value: number } | null } } }> } };

export type ShippedVariantFragment = { id: string, sku: string | null, title: string, price: string, product: { id: string, title: string }, inventoryItem: { requiresShipping: boolean, measurement: { weight: { unit: WeightUnit, value: number } | null } } };

export type VariantsByIdQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type VariantsByIdQuery = { nodes: Array<
    | { id: string, sku: string | null, title: string, price: string, product: { id: string, title: string }, inventoryItem: { requiresShipping: boolean, measurement: { weight: { unit: WeightUnit, value: number } | null } } }
    | Record<PropertyKey, never>
   | null> };

export type ZoneRatesQueryVariables = Exact<{
  profileId: string;
  locationGroupId: string;
  after?: string | null | undefined;
}>;


export type ZoneRatesQuery = { deliveryProfile: { profileLocationGroups: Array<{ locationGroupZones: { nodes: Array<{ methodDefinitions: { nodes: Array<{ name: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }> } | null };

/** The data and variables of each operation, by its text. */
export interface AdminOperations {
  "#graphql\n  mutation CarrierServiceCreate($input: DeliveryCarrierServiceCreateInput!) {\n    carrierServiceCreate(input: $input) {\n      carrierService {\n        id\n        callbackUrl\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { data: CarrierServiceCreateMutation; variables: CarrierServiceCreateMutationVariables };
  "#graphql\n  mutation CarrierServiceDelete($id: ID!) {\n    carrierServiceDelete(id: $id) {\n      deletedId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { data: CarrierServiceDeleteMutation; variables: CarrierServiceDeleteMutationVariables };
  "#graphql\n  query CarrierServiceState($id: ID!) {\n    carrierService(id: $id) {\n      id\n      active\n    }\n  }\n": { data: CarrierServiceStateQuery; variables: CarrierServiceStateQueryVariables };
  "#graphql\n  mutation CarrierServiceUpdate($input: DeliveryCarrierServiceUpdateInput!) {\n    carrierServiceUpdate(input: $input) {\n      carrierService {\n        id\n        callbackUrl\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { data: CarrierServiceUpdateMutation; variables: CarrierServiceUpdateMutationVariables };
  "#graphql\n  query CarrierServices($after: String) {\n    carrierServices(first: 50, after: $after) {\n      nodes {\n        id\n        name\n        active\n        callbackUrl\n        supportsServiceDiscovery\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": { data: CarrierServicesQuery; variables: CarrierServicesQueryVariables };
  "#graphql\n  query ChangedOrders($query: String!, $after: String) {\n    orders(first: 100, after: $after, query: $query, sortKey: UPDATED_AT) {\n      nodes {\n        id\n        createdAt\n        updatedAt\n        cancelledAt\n        edited\n        displayFinancialStatus\n        refunds(first: 1) {\n          id\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": { data: ChangedOrdersQuery; variables: ChangedOrdersQueryVariables };
  "#graphql\n  mutation DeliveryProfileUpdate($id: ID!, $profile: DeliveryProfileInput!) {\n    deliveryProfileUpdate(id: $id, profile: $profile) {\n      userErrors {\n        field\n        message\n      }\n    }\n  }\n": { data: DeliveryProfileUpdateMutation; variables: DeliveryProfileUpdateMutationVariables };
  "#graphql\n  query DeliveryProfiles($after: String) {\n    deliveryProfiles(first: 50, after: $after, merchantOwnedOnly: true) {\n      nodes {\n        id\n        name\n        profileLocationGroups {\n          locationGroup {\n            id\n            locations(first: 3) {\n              nodes {\n                name\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": { data: DeliveryProfilesQuery; variables: DeliveryProfilesQueryVariables };
  "#graphql\n  query DeliveryZones($profileId: ID!, $locationGroupId: ID!, $after: String) {\n    deliveryProfile(id: $profileId) {\n      profileLocationGroups(locationGroupId: $locationGroupId) {\n        locationGroupZones(first: 8, after: $after) {\n          nodes {\n            zone {\n              id\n              name\n              countries {\n                code {\n                  countryCode\n                  restOfWorld\n                }\n              }\n            }\n            methodDefinitions(first: 20, type: PARTICIPANT) {\n              nodes {\n                id\n                active\n                rateProvider {\n                  ... on DeliveryParticipant {\n                    id\n                    adaptToNewServicesFlag\n                    carrierService {\n                      id\n                    }\n                  }\n                }\n              }\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": { data: DeliveryZonesQuery; variables: DeliveryZonesQueryVariables };
  "#graphql\n  query Fulfillment($id: ID!) {\n    fulfillment(id: $id) {\n      id\n      status\n      createdAt\n      location {\n        id\n      }\n      fulfillmentOrders(first: 1) {\n        nodes {\n          deliveryMethod {\n            methodType\n          }\n        }\n      }\n      trackingInfo(first: 10) {\n        number\n        url\n        company\n      }\n      fulfillmentLineItems(first: 100) {\n        ...FulfilledLines\n      }\n    }\n  }\n  #graphql\n  fragment FulfilledLines on FulfillmentLineItemConnection {\n    nodes {\n      quantity\n      lineItem {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n": { data: FulfillmentQuery; variables: FulfillmentQueryVariables };
  "#graphql\n  mutation FulfillmentCreate($fulfillment: FulfillmentInput!) {\n    fulfillmentCreate(fulfillment: $fulfillment) {\n      fulfillment {\n        id\n      }\n      userErrors {\n        field\n        message\n      }\n    }\n  }\n": { data: FulfillmentCreateMutation; variables: FulfillmentCreateMutationVariables };
  "#graphql\n  mutation FulfillmentOrderHold($id: ID!, $hold: FulfillmentOrderHoldInput!) {\n    fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) {\n      fulfillmentHold {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { data: FulfillmentOrderHoldMutation; variables: FulfillmentOrderHoldMutationVariables };
  "#graphql\n  query FulfillmentOrderLinesAfter($id: ID!, $after: String!) {\n    fulfillmentOrder(id: $id) {\n      lineItems(first: 100, after: $after) {\n        ...FulfillmentOrderLines\n      }\n    }\n  }\n  #graphql\n  fragment FulfillmentOrderLines on FulfillmentOrderLineItemConnection {\n    nodes {\n      totalQuantity\n      remainingQuantity\n      lineItem {\n        id\n      }\n      requiresShipping\n      sku\n      productTitle\n      variant {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n": { data: FulfillmentOrderLinesAfterQuery; variables: FulfillmentOrderLinesAfterQueryVariables };
  "#graphql\n  mutation FulfillmentOrderMove($id: ID!, $locationId: ID!, $lines: [FulfillmentOrderLineItemInput!]) {\n    fulfillmentOrderMove(id: $id, newLocationId: $locationId, fulfillmentOrderLineItems: $lines) {\n      movedFulfillmentOrder {\n        id\n      }\n      userErrors {\n        field\n        message\n      }\n    }\n  }\n": { data: FulfillmentOrderMoveMutation; variables: FulfillmentOrderMoveMutationVariables };
  "#graphql\n  mutation FulfillmentOrderReleaseHold($id: ID!, $holdIds: [ID!]!) {\n    fulfillmentOrderReleaseHold(id: $id, holdIds: $holdIds) {\n      fulfillmentOrder {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { data: FulfillmentOrderReleaseHoldMutation; variables: FulfillmentOrderReleaseHoldMutationVariables };
  "#graphql\n  mutation FulfillmentTrackingInfoUpdate($fulfillmentId: ID!, $tracking: FulfillmentTrackingInput!, $notifyCustomer: Boolean!) {\n    fulfillmentTrackingInfoUpdate(\n      fulfillmentId: $fulfillmentId\n      trackingInfoInput: $tracking\n      notifyCustomer: $notifyCustomer\n    ) {\n      fulfillment {\n        id\n      }\n      userErrors {\n        field\n        message\n      }\n    }\n  }\n": { data: FulfillmentTrackingInfoUpdateMutation; variables: FulfillmentTrackingInfoUpdateMutationVariables };
  "#graphql\n  query GrantedScopes {\n    currentAppInstallation {\n      accessScopes {\n        handle\n      }\n    }\n  }\n": { data: GrantedScopesQuery; variables: GrantedScopesQueryVariables };
  "#graphql\n  query Locations($after: String) {\n    locations(first: 100, after: $after, sortKey: NAME) {\n      nodes {\n        id\n        name\n        fulfillsOnlineOrders\n        isFulfillmentService\n        address {\n          city\n          countryCode\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": { data: LocationsQuery; variables: LocationsQueryVariables };
  "#graphql\n  query MarketRates($id: ID!, $after: String) {\n    market(id: $id) {\n      delivery {\n        shipping {\n          optionDefinitions(first: 50, after: $after) {\n            nodes {\n              ... on DeliveryFlatRateOptionDefinition {\n                name\n              }\n              ... on DeliveryValueBasedOptionDefinition {\n                name\n              }\n              ... on DeliveryWeightBasedOptionDefinition {\n                name\n              }\n            }\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n          }\n        }\n      }\n    }\n  }\n": { data: MarketRatesQuery; variables: MarketRatesQueryVariables };
  "#graphql\n  query MarketShipping($id: ID!, $after: String) {\n    market(id: $id) {\n      conditions {\n        regionsCondition {\n          applicationLevel\n          regions(first: 250) {\n            nodes {\n              ... on MarketRegionCountry {\n                code\n              }\n              ... on MarketRegionSubdivision {\n                country {\n                  code\n                }\n              }\n            }\n          }\n        }\n      }\n      delivery {\n        shipping {\n          isEnabled\n          optionDefinitions(first: 50, after: $after) {\n            nodes {\n              id\n              isActive\n              ... on DeliveryCarrierCalculatedOptionDefinition {\n                rateGroups(first: 1) {\n                  nodes {\n                    id\n                    autoIncludeNewServices\n                    carrierService {\n                      id\n                    }\n                  }\n                }\n              }\n            }\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n          }\n        }\n      }\n    }\n  }\n": { data: MarketShippingQuery; variables: MarketShippingQueryVariables };
  "#graphql\n  mutation MarketUpdate($id: ID!, $input: MarketUpdateInput!) {\n    marketUpdate(id: $id, input: $input) {\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { data: MarketUpdateMutation; variables: MarketUpdateMutationVariables };
  "#graphql\n  query Markets($after: String) {\n    markets(first: 100, after: $after, type: REGION) {\n      nodes {\n        id\n        name\n        status\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": { data: MarketsQuery; variables: MarketsQueryVariables };
  "#graphql\n  mutation MetafieldDefinitionCreate($definition: MetafieldDefinitionInput!) {\n    metafieldDefinitionCreate(definition: $definition) {\n      createdDefinition {\n        id\n        key\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { data: MetafieldDefinitionCreateMutation; variables: MetafieldDefinitionCreateMutationVariables };
  "#graphql\n  query MetafieldDefinitions($ownerType: MetafieldOwnerType!, $namespace: String!) {\n    metafieldDefinitions(first: 50, ownerType: $ownerType, namespace: $namespace) {\n      nodes {\n        id\n        key\n        name\n        type {\n          name\n        }\n        capabilities {\n          adminFilterable {\n            enabled\n          }\n          cartToOrderCopyable {\n            enabled\n          }\n        }\n      }\n    }\n  }\n": { data: MetafieldDefinitionsQuery; variables: MetafieldDefinitionsQueryVariables };
  "#graphql\n  mutation MetafieldsDelete($metafields: [MetafieldIdentifierInput!]!) {\n    metafieldsDelete(metafields: $metafields) {\n      deletedMetafields {\n        ownerId\n        namespace\n        key\n      }\n      userErrors {\n        field\n        message\n      }\n    }\n  }\n": { data: MetafieldsDeleteMutation; variables: MetafieldsDeleteMutationVariables };
  "#graphql\n  mutation MetafieldsSet($metafields: [MetafieldsSetInput!]!) {\n    metafieldsSet(metafields: $metafields) {\n      metafields {\n        id\n        namespace\n        key\n        compareDigest\n      }\n      userErrors {\n        field\n        message\n        code\n        elementIndex\n      }\n    }\n  }\n": { data: MetafieldsSetMutation; variables: MetafieldsSetMutationVariables };
  "#graphql\n  query MoreFulfilledLines($id: ID!, $after: String!) {\n    fulfillment(id: $id) {\n      fulfillmentLineItems(first: 100, after: $after) {\n        ...FulfilledLines\n      }\n    }\n  }\n  #graphql\n  fragment FulfilledLines on FulfillmentLineItemConnection {\n    nodes {\n      quantity\n      lineItem {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n": { data: MoreFulfilledLinesQuery; variables: MoreFulfilledLinesQueryVariables };
  "#graphql\n  query MoreLinesToFulfil($id: ID!, $after: String!) {\n    fulfillmentOrder(id: $id) {\n      lineItems(first: 100, after: $after) {\n        ...RemainingLines\n      }\n    }\n  }\n  #graphql\n  fragment RemainingLines on FulfillmentOrderLineItemConnection {\n    nodes {\n      id\n      remainingQuantity\n      lineItem {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n": { data: MoreLinesToFulfilQuery; variables: MoreLinesToFulfilQueryVariables };
  "#graphql\n  query MoreOrderedLines($id: ID!, $after: String!) {\n    order(id: $id) {\n      lineItems(first: 250, after: $after) {\n        ...OrderedLines\n      }\n    }\n  }\n  #graphql\n  fragment OrderedLines on LineItemConnection {\n    nodes {\n      id\n      quantity\n      currentQuantity\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n": { data: MoreOrderedLinesQuery; variables: MoreOrderedLinesQueryVariables };
  "#graphql\n  query MoreToFulfil($id: ID!, $after: String!) {\n    order(id: $id) {\n      fulfillmentOrders(first: 10, after: $after) {\n        ...FulfillableOrders\n      }\n    }\n  }\n  #graphql\n  fragment FulfillableOrders on FulfillmentOrderConnection {\n    nodes {\n      id\n      status\n      supportedActions {\n        action\n      }\n      assignedLocation {\n        location {\n          id\n          isFulfillmentService\n        }\n      }\n      deliveryMethod {\n        methodType\n        serviceCode\n      }\n      fulfillmentHolds {\n        id\n        handle\n        heldByRequestingApp\n        reasonNotes\n      }\n      lineItems(first: 20) {\n        ...RemainingLines\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n  #graphql\n  fragment RemainingLines on FulfillmentOrderLineItemConnection {\n    nodes {\n      id\n      remainingQuantity\n      lineItem {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n\n": { data: MoreToFulfilQuery; variables: MoreToFulfilQueryVariables };
  "#graphql\n  query OrderForPromise($id: ID!) {\n    order(id: $id) {\n      id\n      name\n      createdAt\n      updatedAt\n      shippingAddress {\n        countryCodeV2\n        zip\n        provinceCode\n      }\n      ...OrderMetafields\n      shippingLines(first: 10) {\n        nodes {\n          title\n          code\n          originalPriceSet {\n            shopMoney {\n              amount\n              currencyCode\n            }\n          }\n        }\n      }\n      lineItems(first: 50) {\n        ...OrderLineItems\n      }\n      fulfillmentOrders(first: 10) {\n        ...OrderFulfillmentOrders\n      }\n    }\n  }\n  #graphql\n  fragment OrderMetafields on Order {\n    quoteId: metafield(namespace: \"onestock\", key: \"quote_id\") {\n      value\n    }\n    deliveryPromise: metafield(namespace: \"onestock\", key: \"delivery_promise\") {\n      value\n      compareDigest\n    }\n    endpointId: metafield(namespace: \"onestock\", key: \"endpoint_id\") {\n      value\n      compareDigest\n    }\n    deliveries: metafield(namespace: \"onestock\", key: \"deliveries\") {\n      value\n      compareDigest\n    }\n    deliveryPromiseSource: metafield(namespace: \"onestock\", key: \"delivery_promise_source\") {\n      value\n      compareDigest\n    }\n  }\n\n  #graphql\n  fragment OrderLineItems on LineItemConnection {\n    nodes {\n      quantity\n      requiresShipping\n      sku\n      title\n      variant {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n  #graphql\n  fragment OrderFulfillmentOrders on FulfillmentOrderConnection {\n    nodes {\n      id\n      status\n      deliveryMethod {\n        methodType\n        serviceCode\n        presentedName\n        minDeliveryDateTime\n        maxDeliveryDateTime\n      }\n      destination {\n        countryCode\n        zip\n      }\n      assignedLocation {\n        location {\n          id\n        }\n      }\n      lineItems(first: 20) {\n        ...FulfillmentOrderLines\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n  #graphql\n  fragment FulfillmentOrderLines on FulfillmentOrderLineItemConnection {\n    nodes {\n      totalQuantity\n      remainingQuantity\n      lineItem {\n        id\n      }\n      requiresShipping\n      sku\n      productTitle\n      variant {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n\n": { data: OrderForPromiseQuery; variables: OrderForPromiseQueryVariables };
  "#graphql\n  query OrderDeliveriesForExport($id: ID!, $after: String!) {\n    order(id: $id) {\n      fulfillmentOrders(first: 10, after: $after) {\n        ...ExportedDeliveries\n      }\n    }\n  }\n  #graphql\n  fragment ExportedDeliveries on FulfillmentOrderConnection {\n    nodes {\n      id\n      status\n      fulfillAt\n      deliveryMethod {\n        methodType\n        serviceCode\n        presentedName\n        minDeliveryDateTime\n        maxDeliveryDateTime\n      }\n      destination {\n        countryCode\n        zip\n      }\n      assignedLocation {\n        name\n        location {\n          id\n          isFulfillmentService\n        }\n      }\n      fulfillmentHolds {\n        id\n        handle\n        reason\n        displayReason\n        heldByRequestingApp\n        reasonNotes\n      }\n      lineItems(first: 20) {\n        ...FulfillmentOrderLines\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n  #graphql\n  fragment FulfillmentOrderLines on FulfillmentOrderLineItemConnection {\n    nodes {\n      totalQuantity\n      remainingQuantity\n      lineItem {\n        id\n      }\n      requiresShipping\n      sku\n      productTitle\n      variant {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n\n": { data: OrderDeliveriesForExportQuery; variables: OrderDeliveriesForExportQueryVariables };
  "#graphql\n  query OrderForExport($id: ID!) {\n    order(id: $id) {\n      id\n      name\n      createdAt\n      updatedAt\n      cancelledAt\n      edited\n      test\n      displayFinancialStatus\n      currencyCode\n      taxesIncluded\n      email\n      phone\n      shippingAddress {\n        ...ExportedAddress\n      }\n      billingAddress {\n        ...ExportedAddress\n      }\n      ...OrderMetafields\n      shippingLines(first: 10) {\n        nodes {\n          id\n          title\n          code\n          isRemoved\n          originalPriceSet {\n            shopMoney {\n              amount\n              currencyCode\n            }\n          }\n          discountAllocations {\n            ...ExportedDiscount\n          }\n          taxLines {\n            ...ExportedTax\n          }\n        }\n      }\n      additionalFees {\n        name\n        price {\n          shopMoney {\n            amount\n          }\n        }\n        taxLines {\n          ...ExportedTax\n        }\n      }\n      totalTipReceivedSet {\n        shopMoney {\n          amount\n        }\n      }\n      refunds(first: 25) {\n        id\n        createdAt\n        totalRefundedSet {\n          shopMoney {\n            amount\n            currencyCode\n          }\n        }\n      }\n      fulfillmentOrders(first: 5) {\n        ...ExportedDeliveries\n      }\n      lineItems(first: 25) {\n        ...ExportedLines\n      }\n    }\n  }\n  #graphql\n  fragment OrderMetafields on Order {\n    quoteId: metafield(namespace: \"onestock\", key: \"quote_id\") {\n      value\n    }\n    deliveryPromise: metafield(namespace: \"onestock\", key: \"delivery_promise\") {\n      value\n      compareDigest\n    }\n    endpointId: metafield(namespace: \"onestock\", key: \"endpoint_id\") {\n      value\n      compareDigest\n    }\n    deliveries: metafield(namespace: \"onestock\", key: \"deliveries\") {\n      value\n      compareDigest\n    }\n    deliveryPromiseSource: metafield(namespace: \"onestock\", key: \"delivery_promise_source\") {\n      value\n      compareDigest\n    }\n  }\n\n  #graphql\n  fragment ExportedAddress on MailingAddress {\n    firstName\n    lastName\n    company\n    address1\n    address2\n    city\n    zip\n    provinceCode\n    country\n    countryCodeV2\n    latitude\n    longitude\n    phone\n  }\n\n  #graphql\n  fragment ExportedTax on TaxLine {\n    title\n    ratePercentage\n    priceSet {\n      shopMoney {\n        amount\n      }\n    }\n  }\n\n  #graphql\n  fragment ExportedDiscount on DiscountAllocation {\n    allocatedAmountSet {\n      shopMoney {\n        amount\n      }\n    }\n    discountApplication {\n      value {\n        ... on PricingPercentageValue {\n          percentage\n        }\n      }\n      ... on AutomaticDiscountApplication {\n        title\n      }\n      ... on DiscountCodeApplication {\n        code\n      }\n      ... on ManualDiscountApplication {\n        title\n      }\n      ... on ScriptDiscountApplication {\n        title\n      }\n    }\n  }\n\n  #graphql\n  fragment ExportedDeliveries on FulfillmentOrderConnection {\n    nodes {\n      id\n      status\n      fulfillAt\n      deliveryMethod {\n        methodType\n        serviceCode\n        presentedName\n        minDeliveryDateTime\n        maxDeliveryDateTime\n      }\n      destination {\n        countryCode\n        zip\n      }\n      assignedLocation {\n        name\n        location {\n          id\n          isFulfillmentService\n        }\n      }\n      fulfillmentHolds {\n        id\n        handle\n        reason\n        displayReason\n        heldByRequestingApp\n        reasonNotes\n      }\n      lineItems(first: 20) {\n        ...FulfillmentOrderLines\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n  #graphql\n  fragment FulfillmentOrderLines on FulfillmentOrderLineItemConnection {\n    nodes {\n      totalQuantity\n      remainingQuantity\n      lineItem {\n        id\n      }\n      requiresShipping\n      sku\n      productTitle\n      variant {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n\n  #graphql\n  fragment ExportedLines on LineItemConnection {\n    nodes {\n      id\n      sku\n      name\n      title\n      quantity\n      currentQuantity\n      requiresShipping\n      isGiftCard\n      variant {\n        id\n      }\n      originalUnitPriceSet {\n        shopMoney {\n          amount\n        }\n      }\n      discountAllocations {\n        ...ExportedDiscount\n      }\n      taxLines {\n        ...ExportedTax\n      }\n      duties {\n        price {\n          shopMoney {\n            amount\n          }\n        }\n        taxLines {\n          ...ExportedTax\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n": { data: OrderForExportQuery; variables: OrderForExportQueryVariables };
  "#graphql\n  query OrderFulfillmentOrdersAfter($id: ID!, $after: String!) {\n    order(id: $id) {\n      fulfillmentOrders(first: 10, after: $after) {\n        ...OrderFulfillmentOrders\n      }\n    }\n  }\n  #graphql\n  fragment OrderFulfillmentOrders on FulfillmentOrderConnection {\n    nodes {\n      id\n      status\n      deliveryMethod {\n        methodType\n        serviceCode\n        presentedName\n        minDeliveryDateTime\n        maxDeliveryDateTime\n      }\n      destination {\n        countryCode\n        zip\n      }\n      assignedLocation {\n        location {\n          id\n        }\n      }\n      lineItems(first: 20) {\n        ...FulfillmentOrderLines\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n  #graphql\n  fragment FulfillmentOrderLines on FulfillmentOrderLineItemConnection {\n    nodes {\n      totalQuantity\n      remainingQuantity\n      lineItem {\n        id\n      }\n      requiresShipping\n      sku\n      productTitle\n      variant {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n\n": { data: OrderFulfillmentOrdersAfterQuery; variables: OrderFulfillmentOrdersAfterQueryVariables };
  "#graphql\n  query OrderLineItemsAfter($id: ID!, $after: String!) {\n    order(id: $id) {\n      lineItems(first: 100, after: $after) {\n        ...OrderLineItems\n      }\n    }\n  }\n  #graphql\n  fragment OrderLineItems on LineItemConnection {\n    nodes {\n      quantity\n      requiresShipping\n      sku\n      title\n      variant {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n": { data: OrderLineItemsAfterQuery; variables: OrderLineItemsAfterQueryVariables };
  "#graphql\n  query OrderLinesForExport($id: ID!, $after: String!) {\n    order(id: $id) {\n      lineItems(first: 50, after: $after) {\n        ...ExportedLines\n      }\n    }\n  }\n  #graphql\n  fragment ExportedTax on TaxLine {\n    title\n    ratePercentage\n    priceSet {\n      shopMoney {\n        amount\n      }\n    }\n  }\n\n  #graphql\n  fragment ExportedDiscount on DiscountAllocation {\n    allocatedAmountSet {\n      shopMoney {\n        amount\n      }\n    }\n    discountApplication {\n      value {\n        ... on PricingPercentageValue {\n          percentage\n        }\n      }\n      ... on AutomaticDiscountApplication {\n        title\n      }\n      ... on DiscountCodeApplication {\n        code\n      }\n      ... on ManualDiscountApplication {\n        title\n      }\n      ... on ScriptDiscountApplication {\n        title\n      }\n    }\n  }\n\n  #graphql\n  fragment ExportedLines on LineItemConnection {\n    nodes {\n      id\n      sku\n      name\n      title\n      quantity\n      currentQuantity\n      requiresShipping\n      isGiftCard\n      variant {\n        id\n      }\n      originalUnitPriceSet {\n        shopMoney {\n          amount\n        }\n      }\n      discountAllocations {\n        ...ExportedDiscount\n      }\n      taxLines {\n        ...ExportedTax\n      }\n      duties {\n        price {\n          shopMoney {\n            amount\n          }\n        }\n        taxLines {\n          ...ExportedTax\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n": { data: OrderLinesForExportQuery; variables: OrderLinesForExportQueryVariables };
  "#graphql\n  query OrderOfFulfillmentOrder($id: ID!) {\n    fulfillmentOrder(id: $id) {\n      orderId\n    }\n  }\n": { data: OrderOfFulfillmentOrderQuery; variables: OrderOfFulfillmentOrderQueryVariables };
  "#graphql\n  query OrderToFulfil($id: ID!) {\n    order(id: $id) {\n      id\n      name\n      cancelledAt\n      shippingLines(first: 2) {\n        nodes {\n          code\n        }\n      }\n      lineItems(first: 50) {\n        ...OrderedLines\n      }\n      fulfillmentsCount {\n        count\n      }\n      fulfillments(first: 250) {\n        id\n        status\n      }\n      fulfillmentOrders(first: 10) {\n        ...FulfillableOrders\n      }\n    }\n  }\n  #graphql\n  fragment OrderedLines on LineItemConnection {\n    nodes {\n      id\n      quantity\n      currentQuantity\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n  #graphql\n  fragment FulfillableOrders on FulfillmentOrderConnection {\n    nodes {\n      id\n      status\n      supportedActions {\n        action\n      }\n      assignedLocation {\n        location {\n          id\n          isFulfillmentService\n        }\n      }\n      deliveryMethod {\n        methodType\n        serviceCode\n      }\n      fulfillmentHolds {\n        id\n        handle\n        heldByRequestingApp\n        reasonNotes\n      }\n      lineItems(first: 20) {\n        ...RemainingLines\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n  #graphql\n  fragment RemainingLines on FulfillmentOrderLineItemConnection {\n    nodes {\n      id\n      remainingQuantity\n      lineItem {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n\n\n": { data: OrderToFulfilQuery; variables: OrderToFulfilQueryVariables };
  "#graphql\n  query PrimaryLocation {\n    location {\n      address {\n        countryCode\n        zip\n        city\n      }\n    }\n  }\n": { data: PrimaryLocationQuery; variables: PrimaryLocationQueryVariables };
  "#graphql\n  query ShippingMode {\n    shop {\n      currencyCode\n      features {\n        marketDrivenShipping\n      }\n    }\n    currentAppInstallation {\n      accessScopes {\n        handle\n      }\n    }\n  }\n": { data: ShippingModeQuery; variables: ShippingModeQueryVariables };
  "#graphql\n  query ShopFacts {\n    shop {\n      id\n      name\n      myshopifyDomain\n      currencyCode\n      ianaTimezone\n      shopAddress {\n        countryCodeV2\n      }\n    }\n    shopLocales(published: true) {\n      locale\n      primary\n    }\n  }\n": { data: ShopFactsQuery; variables: ShopFactsQueryVariables };
  "#graphql\n  query VariantBySearch($query: String!) {\n    productVariants(first: 1, query: $query) {\n      nodes {\n        ...ShippedVariant\n      }\n    }\n  }\n  #graphql\n  fragment ShippedVariant on ProductVariant {\n    id\n    sku\n    title\n    price\n    product {\n      id\n      title\n    }\n    inventoryItem {\n      requiresShipping\n      measurement {\n        weight {\n          unit\n          value\n        }\n      }\n    }\n  }\n\n": { data: VariantBySearchQuery; variables: VariantBySearchQueryVariables };
  "#graphql\n  query VariantsById($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      ... on ProductVariant {\n        ...ShippedVariant\n      }\n    }\n  }\n  #graphql\n  fragment ShippedVariant on ProductVariant {\n    id\n    sku\n    title\n    price\n    product {\n      id\n      title\n    }\n    inventoryItem {\n      requiresShipping\n      measurement {\n        weight {\n          unit\n          value\n        }\n      }\n    }\n  }\n\n": { data: VariantsByIdQuery; variables: VariantsByIdQueryVariables };
  "#graphql\n  query ZoneRates($profileId: ID!, $locationGroupId: ID!, $after: String) {\n    deliveryProfile(id: $profileId) {\n      profileLocationGroups(locationGroupId: $locationGroupId) {\n        locationGroupZones(first: 8, after: $after) {\n          nodes {\n            methodDefinitions(first: 40, type: MERCHANT) {\n              nodes {\n                name\n              }\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": { data: ZoneRatesQuery; variables: ZoneRatesQueryVariables };
}
