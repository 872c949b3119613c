import type { CarrierChoice } from './shipping.ts';
import type { Store } from './store.ts';

/** Adds every registered carrier service to every zone and every market, once, as a merchant may do by hand. */
export function attachEverywhere(store: Store): void {
  for (const { id: carrierServiceId, name } of store.carrierServices.values()) {
    const choice: CarrierChoice = { carrierServiceId, showsNewServices: true, services: [] };
    for (const { methods } of zonesOf(store)) {
      const isThere = methods.some(
        ({ rateProvider }) =>
          rateProvider.kind === 'participant' && rateProvider.carrierServiceId === carrierServiceId,
      );
      if (isThere) continue;
      const participant = {
        kind: 'participant' as const,
        id: store.nextId('DeliveryParticipant'),
        ...choice,
      };
      methods.push({
        id: store.nextId('DeliveryMethodDefinition'),
        name,
        active: true,
        rateProvider: participant,
      });
    }
    for (const { shipping } of store.markets) {
      const isThere = shipping?.options.some(
        ({ rateGroup }) => rateGroup.carrierServiceId === carrierServiceId,
      );
      if (!shipping || isThere) continue;
      shipping.options.push({
        id: store.nextId('DeliveryCarrierCalculatedOptionDefinition'),
        isActive: true,
        currency: store.shop.currency,
        description: null,
        rateGroup: { id: store.nextId('DeliveryCarrierCalculatedRateGroup'), ...choice },
      });
    }
  }
}

/** Takes every carrier service out of every zone and every market. */
export function detachEverywhere(store: Store): void {
  for (const zone of zonesOf(store)) {
    zone.methods = zone.methods.filter(({ rateProvider }) => rateProvider.kind !== 'participant');
  }
  for (const { shipping } of store.markets) if (shipping) shipping.options = [];
}

function zonesOf({ deliveryProfiles }: Store) {
  return deliveryProfiles.flatMap(({ locationGroups }) => locationGroups.flatMap(({ zones }) => zones));
}
