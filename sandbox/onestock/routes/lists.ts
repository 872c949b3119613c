import { type Answer, success } from '../answer.ts';
import { shortLists } from '../data/lists.ts';

/** `GET /check`. Inferred: only its name is public (https://extensions.onestock-retail.com/apps/shopify). */
export function answerCheck(): Answer {
  return success({});
}

/** `GET /<name>` for one of the site's short lists. */
export function answerShortList(name: string): () => Answer {
  return () => success({ [name]: shortLists[name] });
}
