import type { english } from '../en/index.ts';
import type { Translated } from '../translated.ts';
import { obstacles } from './obstacles.ts';
import { orderCauses } from './order-causes.ts';
import { reasons } from './reasons.ts';

export const french: Translated<typeof english> = { obstacles, orderCauses, reasons };
