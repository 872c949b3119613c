export { createOrderConvergence, type OrderConvergence } from './order-convergence.ts';
