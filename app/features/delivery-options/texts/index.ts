export { createTexts, type Texts } from './texts.ts';
export type * from './types.ts';
