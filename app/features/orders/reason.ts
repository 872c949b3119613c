import type { Cause } from '#app/platform/cause.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';

/** Why an order stands as it does. */
export interface Reason {
  /** What happened, what it means for shoppers, what to do, in English. */
  message: string;
  /** What it is made of, part by part, for who words it in the merchant's language. Ids, names and quantities, nothing personal. */
  causes: readonly Cause[];
}

/** A part of a reason: one made of others, or one whose code alone says what it is, as every error's does. */
export type ReasonPart = { message: string } & (Cause | Reason);

/** Says one part after the other. */
export function reasonOf(...parts: readonly ReasonPart[]): Reason {
  return {
    message: parts.map(({ message }) => message).join(' '),
    causes: parts.flatMap(causesOf),
  };
}

function causesOf(part: ReasonPart): readonly Cause[] {
  if ('causes' in part && part.causes) return part.causes;
  const { code, params } = part as Cause;
  return [{ code, ...(params && { params }) }];
}

/** A reason as a row keeps it; null takes away what it kept. */
export function reasonColumns(reason: Reason | null) {
  return { reason: reason?.message ?? null, reasonCauses: causesColumn(reason) };
}

/** The causes of a reason as a row keeps them beside the English text. */
export function causesColumn(reason: Reason | null) {
  return reason ? causesJson(reason) : Prisma.DbNull;
}

/** A reason among the facts of a note. */
export function reasonFacts(reason: Reason) {
  return { reason: reason.message, causes: causesJson(reason) };
}

/** The causes of a reason as JSON. */
export function causesJson({ causes }: Reason): Prisma.InputJsonArray {
  return causes as unknown as Prisma.InputJsonArray;
}
