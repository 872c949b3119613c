import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromAST,
  type FragmentDefinitionNode,
} from 'graphql';

/** A mutation costs this much, whatever it selects of its answer. */
const mutationCost = 10;
/** A connection costs this much, apart from its items. */
const connectionCost = 2;

export interface CostMeter {
  /** What the operation may cost at most: the sum that must be in the bucket. */
  requested(): number;
  /** What it cost, by the objects that its answer holds. */
  actual(data: unknown): number;
}

/**
 * Costs by the published rule: 1 an object, 0 a scalar, 10 a mutation, a connection by its `first` or `last`
 * (https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits). That a connection adds 2 of its own, and that its items multiply in full, was
 * measured by others (https://github.com/Shopify/shopify-api-js shows 2 for an empty one); Shopify may count large pages for less. Inferred.
 */
export function costMeter(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): CostMeter {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation}.`);
  const measure = createMeasure(schema, fragments, variables);
  return {
    requested: () => measure(root, operation.selectionSet, undefined),
    actual: (data) => (data == null ? 0 : measure(root, operation.selectionSet, data)),
  };
}

/** Measures a selection of `type`; by `data` when there is some, else at the worst. */
type Measure = (type: GraphQLCompositeType, selection: SelectionSetNode, data: unknown) => number;

function createMeasure(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Record<string, unknown>,
): Measure {
  const measure: Measure = (type, selection, data) => {
    let fields = 0;
    const branches: number[] = [];
    for (const node of selection.selections) {
      if (node.kind === Kind.FIELD) {
        fields += measureField(type, node, data);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      const condition = fragment?.typeCondition;
      const branch = condition ? schema.getType(condition.name.value) : type;
      if (fragment && isCompositeType(branch)) branches.push(measure(branch, fragment.selectionSet, data));
    }
    // Of an open type, one branch only can come true.
    return fields + (isAbstractType(type) ? Math.max(0, ...branches) : branches.reduce((a, b) => a + b, 0));
  };

  const measureField = (type: GraphQLCompositeType, node: FieldNode, data: unknown): number => {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field) return 0;
    const value = data === undefined ? undefined : Reflect.get(Object(data), node.alias?.value ?? node.name.value);
    if (value === null) return 0;
    if (type === schema.getMutationType()) return mutationCost;
    const target = getNamedType(field.type);
    if (!isCompositeType(target) || !node.selectionSet || target.name === 'PageInfo') return 0;
    if (target.name.endsWith('Connection')) {
      return connectionCost + measureItems(target, node, node.selectionSet, value);
    }
    const values = Array.isArray(value) ? value.filter((each) => each !== null) : [value];
    return values.reduce<number>((sum, each) => sum + 1 + measure(target, node.selectionSet as SelectionSetNode, each), 0);
  };

  const measureItems = (
    type: GraphQLCompositeType,
    node: FieldNode,
    selection: SelectionSetNode,
    value: unknown,
  ): number => {
    if (value !== undefined) return measure(type, onlyItems(selection, 'value'), value) - edgesOf(value);
    return pageSizeOf(node, variables) * (measure(type, onlyItems(selection, 'shape'), undefined));
  };
  return measure;
}
