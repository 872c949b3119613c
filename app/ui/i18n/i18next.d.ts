import 'i18next';
import type { english } from './en/index.ts';

/** A key that does not exist, or a placeholder of another name, is an error of types. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof english;
  }
}
