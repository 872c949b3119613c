import type { ErrorShape } from './settings.ts';

/** What a site answers: JSON, a refusal in the error shape that the control door chose, or a ready text. */
export type Answer = JsonAnswer | TextAnswer;

export interface TextAnswer {
  status: number;
  contentType: string;
  text: string;
}

export type JsonAnswer = { status: number; body: unknown } | { status: number; refusal: Refusal };

interface Refusal {
  /** Stable identifier, such as `auth_error`. */
  name: string;
  message?: string;
  params?: Record<string, unknown>;
  /** The route, which only one of the two shapes has among its parameters. */
  request?: string;
}

export function success(body: unknown): JsonAnswer {
  return { status: 200, body };
}

export function created(body: unknown): JsonAnswer {
  return { status: 201, body };
}

export function refuse(status: number, name: string, message?: string): JsonAnswer {
  return { status, refusal: { name, message } };
}

/** Source of the `entity` and `id` parameters: https://github.com/inviqa/onestock-api-client */
export function refuseEntity(
  status: number,
  name: string,
  entity: string,
  id: string,
  request?: string,
): JsonAnswer {
  return { status, refusal: { name, params: { entity, id }, request } };
}

/**
 * An answer ready to send. Both error shapes are met on real sites: `{error, message, params}` and
 * `{code, name, params}` (recorded exchanges of https://github.com/inviqa/onestock-api-client).
 */
export function renderAnswer(answer: Answer, errorShape: ErrorShape): TextAnswer {
  if ('text' in answer) return answer;
  const body = 'body' in answer ? answer.body : renderRefusal(answer.status, answer.refusal, errorShape);
  return { status: answer.status, contentType: 'application/json', text: JSON.stringify(body) };
}

function renderRefusal(status: number, { name, request, ...details }: Refusal, errorShape: ErrorShape) {
  if (errorShape === 'code') return { code: status, name, ...details };
  return { error: name, ...details, ...(request && { params: { ...details.params, request } }) };
}
