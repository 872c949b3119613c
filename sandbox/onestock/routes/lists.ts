import { type Answer, success } from '../answer.ts';
import type { Call } from '../call.ts';
import { shortLists } from '../data/lists.ts';
import type { Site } from '../site.ts';

/** `GET /check`. Inferred: only its name is public (https://extensions.onestock-retail.com/apps/shopify). */
export function answerCheck(): Answer {
  return success({});
}

/** `GET /<name>` for one of the site's short lists. */
export function answerShortList(name: string): (call: Call, site: Site) => Answer {
  return (_call, { control }) => success({ [name]: shortLists[name]?.(control.settings) });
}
