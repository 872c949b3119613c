import type { Result } from 'neverthrow';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import {
  type Attachment,
  type AttachmentError,
  type AttachmentOutcome,
  type AttachmentSummary,
  attach,
  checkAttachment,
  detach,
  readAttachment,
} from './attachment/index.ts';
import type { CarrierServiceDependencies } from './dependencies.ts';
import { readPathTokens } from './read-path-tokens.ts';
import { repointCarrierServices } from './repoint.ts';
import { readShippingRateNames } from './shipping-rate-names.ts';

export type {
  Attachment,
  AttachmentError,
  AttachmentMode,
  AttachmentOutcome,
  AttachmentPlace,
  AttachmentState,
  AttachmentSummary,
  CarrierServiceState,
  PlaceFailure,
} from './attachment/index.ts';
export { newPathToken } from './path-token.ts';
export { registrationStep } from './registration.ts';

/** By which a shop's checkout asks this app for rates, and where shoppers are offered them. */
export interface CarrierService {
  /** To be called when the app starts, for its address may have changed; see {@link repointCarrierServices}. */
  repointCarrierServices(): Promise<void>;
  /** See {@link readPathTokens}. */
  pathTokens(shops: readonly ShopDomain[]): Promise<string[]>;
  /** See {@link readShippingRateNames}. */
  shippingRateNames(shop: ShopDomain): Promise<Result<string[], ShopifyError>>;
  /** See {@link readAttachment}. */
  readAttachment(shop: ShopDomain): Promise<Result<Attachment, AttachmentError>>;
  /** See {@link checkAttachment}. */
  checkAttachment(shop: ShopDomain): Promise<Result<AttachmentSummary, AttachmentError>>;
  /** See {@link attach}. */
  attach(shop: ShopDomain, placeIds: readonly string[]): Promise<Result<AttachmentOutcome, AttachmentError>>;
  /** See {@link detach}. */
  detach(shop: ShopDomain, placeIds: readonly string[]): Promise<Result<AttachmentOutcome, AttachmentError>>;
}

export function createCarrierService(dependencies: CarrierServiceDependencies): CarrierService {
  return {
    repointCarrierServices: () => repointCarrierServices(dependencies),
    pathTokens: (shops) => readPathTokens(dependencies, shops),
    shippingRateNames: (shop) => readShippingRateNames(dependencies, shop),
    readAttachment: (shop) => readAttachment(dependencies, shop),
    checkAttachment: (shop) => checkAttachment(dependencies, shop),
    attach: (shop, placeIds) => attach(dependencies, shop, placeIds),
    detach: (shop, placeIds) => detach(dependencies, shop, placeIds),
  };
}
