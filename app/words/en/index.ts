import { causes } from './causes.ts';
import { goesOn } from './goes-on.ts';
import { obstacles } from './obstacles.ts';
import { reasons } from './reasons.ts';
import { remedies } from './remedies.ts';

/**
 * What every code says in English; `say.ts` puts it together, and every other language has its shape.
 * - `causes`: what happened, in whole sentences, by code;
 * - `reasons`: the same in a phrase, of codes that may be given to anything and those of single rates;
 * - `remedies`: what to do, by code;
 * - `goesOn`: what the app does by itself while work is still tried, by code;
 * - `obstacles`: the title, the lead, what it means for shoppers and what to do, by the source of an obstacle.
 *
 * The codes of one page's form have their words in the texts of that page.
 */
export const english = { causes, goesOn, obstacles, reasons, remedies } as const;
