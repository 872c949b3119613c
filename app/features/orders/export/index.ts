export { createOrderExports, type OrderExports } from './order-exports.ts';
export type { Synchronization } from './read-synchronizations.ts';
