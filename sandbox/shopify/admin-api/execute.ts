import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Buckets, ThrottleStatus } from './bucket.ts';
import type { Call } from './call.ts';
import { costOf } from './cost.ts';
import { mutationRoot } from './mutation-root.ts';
import { queryRoot } from './query-root.ts';
import { resolveField, resolveType } from './resolve.ts';

export interface GraphqlRequest {
  query: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
}

export interface GraphqlAnswer {
  data?: unknown;
  errors?: readonly GraphQLFormattedError[];
  extensions?: { cost: Cost };
}

interface Cost {
  requestedQueryCost: number;
  /** Null when the call was throttled. */
  actualQueryCost: number | null;
  throttleStatus: ThrottleStatus;
}

/** A single query may cost no more, whatever the plan (https://shopify.dev/docs/api/usage/limits). */
const mostPerQuery = 1000;

/** Answers one call as Shopify does: refusals, THROTTLED among them, are `errors` under HTTP 200. */
export function executeGraphql(
  schema: GraphQLSchema,
  request: GraphqlRequest,
  call: Call,
  buckets: Buckets,
): GraphqlAnswer {
  const read = readRequest(schema, request);
  if ('errors' in read) return { errors: read.errors };
  const { document, operation, variables } = read;
  const costed = { schema, document, operation, variables };
  const requestedQueryCost = costOf(costed);
  const cost = (actualQueryCost: number | null) => ({
    cost: { requestedQueryCost, actualQueryCost, throttleStatus: buckets.status(call.store) },
  });
  if (requestedQueryCost > mostPerQuery)
    return { errors: [tooExpensive(requestedQueryCost)], extensions: cost(null) };
  if (call.settings.throttleNext > 0 || !buckets.take(call.store, requestedQueryCost)) {
    call.settings.throttleNext = Math.max(0, call.settings.throttleNext - 1);
    return { errors: [throttled], extensions: cost(null) };
  }
  const result = execute({
    schema,
    document,
    operationName: request.operationName,
    variableValues: request.variables,
    rootValue: operation.operation === 'mutation' ? mutationRoot(call) : queryRoot(call),
    contextValue: call,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  if (result instanceof Promise) throw new Error('A resolver of the simulator is asynchronous.');
  // Plain lists have no size before they are read, and never cost more than was asked for.
  const actualQueryCost = Math.min(requestedQueryCost, costOf(costed, result.data ?? null));
  buckets.giveBack(call.store, requestedQueryCost - actualQueryCost);
  return { ...withoutBugs(result), extensions: cost(actualQueryCost) };
}

interface ReadRequest {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
}

type CheckedDocument = { document: DocumentNode } | { errors: GraphQLFormattedError[] };

/** Documents remembered for a schema. An app sends the same few again and again. */
const rememberedDocuments = 500;
const checkedDocuments = new WeakMap<GraphQLSchema, LRUCache<string, CheckedDocument>>();

/** The document of a text, or what is wrong with it. Checking it against Shopify's schema takes twice as long as executing it. */
function checkDocument(schema: GraphQLSchema, text: string): CheckedDocument {
  const known = checkedDocuments.get(schema) ?? new LRUCache({ max: rememberedDocuments });
  checkedDocuments.set(schema, known);
  const checked = known.get(text) ?? parseAndValidate(schema, text);
  known.set(text, checked);
  return checked;
}

function parseAndValidate(schema: GraphQLSchema, text: string): CheckedDocument {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error.toJSON()] };
    throw error;
  }
  const faults = validate(schema, document);
  return faults.length > 0 ? { errors: faults.map(inShopifysWords) } : { document };
}

function readRequest(
  schema: GraphQLSchema,
  request: GraphqlRequest,
): ReadRequest | { errors: GraphQLFormattedError[] } {
  const checked = checkDocument(schema, request.query);
  if ('errors' in checked) return checked;
  const { document } = checked;
  const operation = getOperationAST(document, request.operationName);
  if (!operation)
    return { errors: [{ message: 'Name the operation to run: there is more than one, or none.' }] };
  const { coerced, errors } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    request.variables ?? {},
  );
  if (errors) {
    const extensions = { code: 'INVALID_VARIABLE' };
    return { errors: errors.map((error) => ({ ...error.toJSON(), extensions })) };
  }
  return { document, operation, variables: coerced };
}

/**
 * An unknown field, by far the commonest fault, is told of as Shopify tells of it; the others keep the words of
 * graphql-js.
 */
function inShopifysWords(fault: GraphQLError): GraphQLFormattedError {
  const [, fieldName, typeName] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(fault.message) ?? [];
  if (!fieldName || !typeName) return fault.toJSON();
  return {
    ...fault.toJSON(),
    message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
    extensions: { code: 'undefinedField', typeName, fieldName },
  };
}

/** What a resolver throws on purpose is an answer; anything else is the simulator's own bug. */
function withoutBugs({ data, errors }: ExecutionResult): GraphqlAnswer {
  const bug = errors?.find(({ originalError }) => originalError && !(originalError instanceof GraphQLError));
  if (bug) throw bug.originalError;
  return errors ? { data, errors: errors.map((error) => error.toJSON()) } : { data };
}

/** https://community.shopify.com/t/graphql-admin-api-example-throttled-requests-response/8456 */
const throttled: GraphQLFormattedError = {
  message: 'Throttled',
  extensions: { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits' },
};

function tooExpensive(cost: number): GraphQLFormattedError {
  return {
    message: `Query cost is ${cost}, which exceeds the single query max cost limit (${mostPerQuery}).`,
    extensions: {
      code: 'MAX_COST_EXCEEDED',
      cost,
      maxCost: mostPerQuery,
      documentation: 'https://shopify.dev/api/usage/limits#rate-limits',
    },
  };
}
