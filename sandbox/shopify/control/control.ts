import { z } from 'zod';
import { changesSchema, type Settings, settingsSchema } from './settings.ts';

/** The control door's memory: settings that tests change, and what was asked of the simulator. */
export interface Control {
  readonly settings: Settings;
  /** Merges known settings, or says in words which key or value it refuses, and then changes nothing. */
  merge(changes: unknown): string | null;
  /** Calls `listener` with the names of the settings that a merge or a reset has just set. */
  onChange(listener: (changed: ReadonlySet<string>) => void): void;
  /** @param label the route, or `graphql` and the name of the operation */
  count(label: string): void;
  reset(): void;
  view(): { settings: Settings; requests: Record<string, number> };
}

export function createControl(): Control {
  const settings = settingsSchema.parse({});
  const requests = new Map<string, number>();
  const listeners: ((changed: ReadonlySet<string>) => void)[] = [];
  const apply = (changes: object) => {
    Object.assign(settings, changes);
    const changed = new Set(Object.keys(changes));
    for (const listener of listeners) listener(changed);
  };
  return {
    settings,
    merge(changes) {
      const parsed = changesSchema.safeParse(changes);
      if (!parsed.success) return z.prettifyError(parsed.error);
      apply(parsed.data);
      return null;
    },
    onChange: (listener) => void listeners.push(listener),
    count: (label) => void requests.set(label, (requests.get(label) ?? 0) + 1),
    reset() {
      requests.clear();
      apply(settingsSchema.parse({}));
    },
    view: () => ({ settings, requests: Object.fromEntries([...requests].sort()) }),
  };
}
