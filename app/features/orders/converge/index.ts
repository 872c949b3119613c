export { nextComparison } from './comparison-times.ts';
export type { ConvergeDependencies, Convergence } from './converge-order.ts';
export { createOrderConvergence, type OrderConvergence } from './order-convergence.ts';
