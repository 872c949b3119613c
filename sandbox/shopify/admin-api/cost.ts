import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Costed {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
}

const mutationCost = 10;
/** What a connection costs apart from its items. */
const connectionCost = 2;

/**
 * What an operation costs: 1 an object, 0 a scalar, 10 a mutation whatever it selects, a connection by its size
 * (https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits). That a connection adds 2 of its own is seen
 * in the answers recorded in https://github.com/Shopify/shopify-app-js; that its items count in full however many
 * they are, is inferred.
 *
 * @param data the answer's data, to count the objects that it holds; left out, connections count as many items as
 * were asked for
 */
export function costOf({ schema, document, operation, variables }: Costed, data?: object | null): number {
  const root = schema.getRootType(operation.operation);
  if (!root || data === null) return 0;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return costOfSelection({ schema, fragments, variables }, root, operation.selectionSet, data);
}

interface Walk {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
}

function costOfSelection(
  walk: Walk,
  type: GraphQLCompositeType,
  selection: SelectionSetNode,
  data: unknown,
): number {
  let cost = 0;
  const branches: number[] = [];
  for (const node of selection.selections) {
    if (node.kind === Kind.FIELD) {
      cost += costOfField(walk, type, node, data);
      continue;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : walk.fragments.get(node.name.value);
    if (!fragment) continue;
    const branch = fragment.typeCondition ? walk.schema.getType(fragment.typeCondition.name.value) : type;
    if (isCompositeType(branch)) branches.push(costOfSelection(walk, branch, fragment.selectionSet, data));
  }
  // Where the type is open, one branch only comes true.
  return cost + (isAbstractType(type) ? Math.max(0, ...branches) : sum(branches));
}

function costOfField(walk: Walk, type: GraphQLCompositeType, node: FieldNode, data: unknown): number {
  const field = isUnionType(type) ? undefined : type.getFields()[node.name.value];
  const value = data === undefined ? undefined : read(data, node);
  if (!field || value === null) return 0;
  if (type === walk.schema.getMutationType()) return mutationCost;
  const target = getNamedType(field.type);
  if (!isCompositeType(target) || !node.selectionSet || target.name === 'PageInfo') return 0;
  if (target.name.endsWith('Connection')) return connectionCost + costOfItems(walk, target, node, value);
  return costOfEach(walk, target, node.selectionSet, value === undefined ? undefined : [value].flat());
}

function costOfItems(walk: Walk, target: GraphQLCompositeType, node: FieldNode, page: unknown): number {
  const size = page === undefined ? pageSize(node, walk.variables) : 1;
  const costs = fieldsNamed(walk, node, 'nodes').map((nodes) => costOfPart(walk, target, nodes, page));
  for (const edges of fieldsNamed(walk, node, 'edges')) {
    const edge = isUnionType(target) ? undefined : target.getFields().edges;
    const edgeType = edge && getNamedType(edge.type);
    if (!isCompositeType(edgeType)) continue;
    const shown = page === undefined ? [undefined] : [read(page, edges)].flat();
    for (const item of fieldsNamed(walk, edges, 'node')) {
      costs.push(...shown.map((each) => costOfPart(walk, edgeType, item, each)));
    }
  }
  return size * sum(costs);
}

function costOfPart(walk: Walk, parent: GraphQLCompositeType, node: FieldNode, data: unknown): number {
  const field = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
  const target = field && getNamedType(field.type);
  if (!isCompositeType(target) || !node.selectionSet) return 0;
  return costOfEach(
    walk,
    target,
    node.selectionSet,
    data === undefined ? undefined : [read(data, node)].flat(),
  );
}

/** Each object is 1 and what is selected of it; one object when there is no data to count. */
function costOfEach(
  walk: Walk,
  type: GraphQLCompositeType,
  selection: SelectionSetNode,
  values: unknown[] = [undefined],
): number {
  return sum(values.map((value) => (value === null ? 0 : 1 + costOfSelection(walk, type, selection, value))));
}

/** The fields `name` that a field selects, by itself or through fragments. */
function fieldsNamed(walk: Walk, node: { selectionSet?: SelectionSetNode }, name: string): FieldNode[] {
  return (node.selectionSet?.selections ?? []).flatMap((each) => {
    if (each.kind === Kind.FIELD) return each.name.value === name ? [each] : [];
    const fragment = each.kind === Kind.INLINE_FRAGMENT ? each : walk.fragments.get(each.name.value);
    return fragment ? fieldsNamed(walk, fragment, name) : [];
  });
}

function pageSize(node: FieldNode, variables: Record<string, unknown>): number {
  const sizing = node.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last')?.value;
  if (sizing?.kind === Kind.INT) return Number(sizing.value);
  return sizing?.kind === Kind.VARIABLE ? Number(variables[sizing.name.value] ?? 0) : 0;
}

function read(data: unknown, node: FieldNode): unknown {
  return Reflect.get(Object(data), node.alias?.value ?? node.name.value);
}

function sum(costs: number[]): number {
  return costs.reduce((total, cost) => total + cost, 0);
}
