import type { Result } from 'neverthrow';
import { defaultSettings, parseChanges, type Settings } from './settings.ts';

/** What was asked of the site: the route as it is counted, and the body without token and password. */
interface RecordedRequest {
  route: string;
  body: Record<string, unknown>;
}

/** The control door's memory: settings that tests change, and what was asked of the site. */
export interface Control {
  readonly settings: Settings;
  /** Merges known settings; an unknown key or a bad value changes nothing, and comes back named. */
  merge(changes: unknown): Result<Settings, string>;
  count(route: string): void;
  record(request: RecordedRequest): void;
  /** Puts every setting back and forgets the requests. */
  reset(): void;
  view(): { settings: Settings; requests: Record<string, number>; lastRequests: RecordedRequest[] };
}

const requestsKept = 20;

export function createControl(): Control {
  const settings = defaultSettings();
  const requests = new Map<string, number>();
  const lastRequests: RecordedRequest[] = [];
  return {
    settings,
    merge: (changes) => parseChanges(changes).map((known) => Object.assign(settings, known)),
    count: (route) => requests.set(route, (requests.get(route) ?? 0) + 1),
    record({ route, body: { token: _token, password: _password, ...body } }) {
      lastRequests.push({ route, body });
      if (lastRequests.length > requestsKept) lastRequests.shift();
    },
    reset() {
      Object.assign(settings, defaultSettings());
      requests.clear();
      lastRequests.length = 0;
    },
    view: () => ({ settings, requests: Object.fromEntries(requests), lastRequests }),
  };
}
