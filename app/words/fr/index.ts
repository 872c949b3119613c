import type { english } from '../en/index.ts';
import type { Translated } from '../translated.ts';
import { causes } from './causes.ts';
import { goesOn } from './goes-on.ts';
import { obstacles } from './obstacles.ts';
import { reasons } from './reasons.ts';
import { remedies } from './remedies.ts';

export const french: Translated<typeof english> = { causes, goesOn, obstacles, reasons, remedies };
