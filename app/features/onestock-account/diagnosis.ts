import type { Resource } from '#app/gateways/onestock/index.ts';

/** The steps of reaching a site, in their order; the first that goes wrong is the one to mend. */
export type ConnectionStep = 'host' | 'dns' | 'tls' | 'connection' | 'credentials' | 'policy';

/** What can be wrong with an account, and the step at which it shows. */
export const STEP_OF_FAULT = {
  host_refused: 'host',
  private_address: 'host',
  no_site_at_host: 'host',
  foreign_answer: 'host',
  name_unknown: 'dns',
  certificate_untrusted: 'tls',
  unreachable: 'connection',
  timeout: 'connection',
  rate_limited: 'connection',
  not_taken: 'connection',
  site_unknown: 'credentials',
  user_refused: 'credentials',
  policy: 'policy',
} as const satisfies Record<string, ConnectionStep>;

export type ConnectionFault = keyof typeof STEP_OF_FAULT;

/** What was seen of a fault, as far as it says more than the fault itself. */
export interface FaultDetails {
  /** Node's code for what broke the exchange off, such as `ENOTFOUND`. */
  networkCode?: string;
  /** The HTTP status of the answer. */
  status?: number;
  /** What answered otherwise than the app reads it, which an older or newer API does. */
  resource?: Resource;
}

/** What a try of an account at OneStock found. */
export interface ConnectionDiagnosis {
  /** `fails`: no delivery promise can be had. `limited`: promises can be had, but something else that the app does cannot. */
  state: 'works' | 'limited' | 'fails';
  /** Where it went wrong; null when nothing did. */
  step: ConnectionStep | null;
  /** What is wrong; null when nothing is. */
  fault: ConnectionFault | null;
  /** The resources that the policy of the API user refuses, by the names that OneStock's policies use. */
  refused: Resource[];
  /** The resources of which it could not be seen whether they are allowed. */
  notChecked: Resource[];
  /** Whether it may work later with nothing changed. */
  retryable: boolean;
  /** Whether shoppers' promises come by this very account now, which settles what a fault means for them. */
  inUse: boolean;
  /** What was seen of the fault. */
  details: FaultDetails;
  /** How long OneStock took to log the user in and answer once more, or until that had failed. */
  latencyMs: number;
}
