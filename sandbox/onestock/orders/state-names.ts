import type { Settings } from '../settings.ts';
import { groupStates, orderStates, parcelStates } from './workflow.ts';

const states = { order: orderStates, group: groupStates, parcel: parcelStates };
type Kind = keyof typeof states;
type StateOf<K extends Kind> = (typeof states)[K][number];

/** What the site calls a state. */
export function siteName<K extends Kind>({ stateNames }: Settings, kind: K, state: StateOf<K>): string {
  const names: Partial<Record<string, string>> = stateNames[kind];
  return names[state] ?? state;
}

/** The state that the site calls so, or undefined. */
export function stateNamed<K extends Kind>(
  settings: Settings,
  kind: K,
  name: string,
): StateOf<K> | undefined {
  const known: readonly StateOf<K>[] = states[kind];
  return known.find((state) => siteName(settings, kind, state) === name);
}
