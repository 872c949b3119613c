import type { Settings } from '../settings.ts';
import type { HomeMethod } from './home-delivery.ts';

/** A delivery method that promises can be asked for. */
export interface DeliveryMethod {
  id: string;
  name: string;
  /** The method whose days and prices it has, or `collect`. */
  likes: HomeMethod['id'] | 'collect';
}

const own: readonly DeliveryMethod[] = [
  { id: 'standard', name: 'Standard home delivery', likes: 'standard' },
  { id: 'express', name: 'Express home delivery', likes: 'express' },
  { id: 'ckc', name: 'Click and collect', likes: 'collect' },
];

/** The methods that the site has now: as many as the control door asks for, without those that it has deleted. */
export function deliveryMethodsOf({ listSizes, deletedDeliveryMethods }: Settings): DeliveryMethod[] {
  const all = Array.from(
    { length: listSizes.delivery_configs ?? own.length },
    (_, at) => own[at] ?? made(at + 1),
  );
  return all.filter(({ id }) => !deletedDeliveryMethods.includes(id));
}

function made(number: number): DeliveryMethod {
  return { id: `method_${number}`, name: `Delivery method ${number}`, likes: 'standard' };
}
