import type { Order, Parcel, Unit } from './types.ts';

/** The orders of a site, the oldest first. */
export interface OrderStore {
  add(order: Order): void;
  find(id: string): Order | undefined;
  findParcel(id: string): { order: Order; parcel: Parcel } | undefined;
  findUnit(id: string): { order: Order; unit: Unit } | undefined;
  all(): Order[];
  forget(): void;
}

export function createOrderStore(): OrderStore {
  const orders = new Map<string, Order>();
  return {
    add: (order) => void orders.set(order.id, order),
    find: (id) => orders.get(id),
    findParcel(id) {
      for (const order of orders.values()) {
        const parcel = order.parcels.find((known) => known.id === id);
        if (parcel) return { order, parcel };
      }
      return undefined;
    },
    findUnit(id) {
      for (const order of orders.values()) {
        const unit = order.units.find((known) => known.id === id);
        if (unit) return { order, unit };
      }
      return undefined;
    },
    all: () => [...orders.values()],
    forget: () => orders.clear(),
  };
}
