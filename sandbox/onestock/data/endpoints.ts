import type { EndpointRecord } from './endpoint-record.ts';
import { stores } from './stores.ts';
import { warehouses } from './warehouses.ts';

const own: readonly EndpointRecord[] = [...stores, ...warehouses];

/** All that were ever asked for, made once: a question about a promise looks its stores up here. */
const known: EndpointRecord[] = [...own];

/**
 * The endpoints that the site has: its own fourteen, or as many as `count` says. Those beyond its own are further stores in the same
 * cities, `store_paris_2` and so on, so that thousands of them lie where people live.
 */
export function endpointsOf(count: number = own.length): EndpointRecord[] {
  while (known.length < count) known.push(furtherStore(known.length - own.length));
  return known.slice(0, count);
}

function furtherStore(at: number): EndpointRecord {
  const model = stores[at % stores.length] as EndpointRecord;
  const number = Math.floor(at / stores.length) + 2;
  return { ...model, id: `${model.id}_${number}`, name: `${model.name} ${number}` };
}
