import { z } from 'zod';
import { type Answer, refuse } from '../answer.ts';
import { describeIssues } from '../issues.ts';
import type { Settings } from '../settings.ts';

/** How reads are cut into pages; sizes in public use go from 25 to 500. Inferred: the default and the largest size. */
export const paginationSchema = z
  .object({ limit: z.int().min(1).max(500).default(100), start: z.int().min(0).default(0) })
  .prefault({});

/** Dotted paths of what to answer, such as `address.city`; all of it when left out. */
export const fieldsSchema = z.array(z.string()).optional();

/** A 400 that names what is wrong. Inferred: its identifier. */
export function refuseParameters(error: z.ZodError): Answer {
  return refuse(400, 'invalid_parameter', describeIssues(error));
}

/** A 400 that names one value, in the words of {@link refuseParameters}. */
export function refuseValue(path: string, problem: string): Answer {
  return refuse(400, 'invalid_parameter', `invalid ${path}: ${problem}`);
}

/** The refusal of a step that a workflow does not have. Inferred: its identifier. */
export function refuseStep(problem: string, { refusedStepStatus }: Settings): Answer {
  return refuse(refusedStepStatus, 'invalid_transition', problem);
}

/** One thing as it is read: at the root, or under the name of its kind. */
export function wrapped(thing: unknown, entity: string, { wrapReads }: Settings): unknown {
  return wrapReads ? { [entity]: thing } : thing;
}

/** Keeps the parts of `value` that `fields` names. A path through an array applies to each of its entries. */
export function pickFields(value: unknown, fields: string[] | undefined): unknown {
  if (!fields) return value;
  const paths = fields.map((field) => field.split('.'));
  return pick(value, paths);
}

function pick(value: unknown, paths: string[][]): unknown {
  if (paths.some((path) => path.length === 0)) return value;
  if (Array.isArray(value)) return value.map((entry) => pick(entry, paths));
  if (typeof value !== 'object' || value === null) return undefined;
  const picked = Object.entries(value).flatMap(([key, child]) => {
    const inner = paths.filter(([first]) => first === key).map(([, ...rest]) => rest);
    return inner.length > 0 ? [[key, pick(child, inner)]] : [];
  });
  return Object.fromEntries(picked);
}
