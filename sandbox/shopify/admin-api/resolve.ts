import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLTypeResolver } from 'graphql';
import { checkAccess } from './access.ts';
import { type Call, notModelled, type Presented } from './call.ts';
import { checkApproval } from './protected-data.ts';

/** Resolves a field from what presents its object; refuses what nobody models, arguments included. */
export const resolveField: GraphQLFieldResolver<Presented, Call> = (source, args, call, info) => {
  checkAccess(call.access, call.grant, info);
  checkApproval(call.settings, info);
  const shown = source[info.fieldName];
  if (shown === undefined) throw notModelled(`${info.parentType.name}.${info.fieldName}`);
  if (typeof shown !== 'function') return shown;
  const read = new Set<PropertyKey>();
  const watched = new Proxy(args, {
    get(target, name) {
      read.add(name);
      return Reflect.get(target, name);
    },
  });
  const value: unknown = shown(watched, info);
  refuseUnread(args, read, info);
  return value;
};

/** An argument that no presenter looked at would change nothing, silently; unless it asks for the default anyway. */
function refuseUnread(args: Record<string, unknown>, read: Set<PropertyKey>, info: GraphQLResolveInfo): void {
  for (const { name, defaultValue } of info.parentType.getFields()[info.fieldName]?.args ?? []) {
    const given = args[name] ?? null;
    if (given === null || given === defaultValue || read.has(name)) continue;
    throw notModelled(`the argument ${name} of ${info.parentType.name}.${info.fieldName}`);
  }
}

export const resolveType: GraphQLTypeResolver<Presented, Call> = ({ __typename }) =>
  typeof __typename === 'string' ? __typename : undefined;
