import { obstacles } from './obstacles.ts';
import { orderCauses } from './order-causes.ts';
import { reasons } from './reasons.ts';

/** What every code says in English. Every other language has its shape. */
export const english = { obstacles, orderCauses, reasons } as const;
