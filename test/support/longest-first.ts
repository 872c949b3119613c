import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take half a minute and more: begun last, one of them would run alone at the end. */
const LONG = [
  'test/integration/features/orders/convergence/killed-worker.test.ts',
  'test/integration/platform/database/embedded.test.ts',
  'test/browser/option-page.test.ts',
  'test/browser/activity-attention.test.ts',
  'test/browser/try.test.ts',
  'test/browser/order-page.test.ts',
  'test/browser/configuration.test.ts',
];

/** Begins long files first, the others in Vitest's own order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = LONG.findIndex((file) => moduleId.endsWith(file));
  return place === -1 ? LONG.length : place;
}
