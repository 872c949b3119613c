import type { Cause, CodeTable } from '#app/platform/cause.ts';

/** The job that does one page of a run. */
export const TAKE_RUN_STEP = 'take-run-step';

/** Which page of which run a job does. The shop is there for who looks for the jobs of a shop. */
export interface RunStepJob {
  shop: string;
  runId: string;
  /** How many pages were written before it. */
  step: number;
}

/** The key of a run's job: a shop has one run of a kind at a time. */
export function runJobKey(kind: string, shop: string): string {
  return `run:${kind}:${shop}`;
}

export const RUN_STATES = [
  'waiting',
  'running',
  'paused',
  'cancelling',
  'done',
  'failed',
  'cancelled',
] as const;
export type RunState = (typeof RUN_STATES)[number];

/** The states of a run that is not over. Of a kind, a shop has one such run at most. */
export const LIVE_STATES = [
  'waiting',
  'running',
  'paused',
  'cancelling',
] as const satisfies readonly RunState[];

export function isLive(state: RunState): boolean {
  return (LIVE_STATES as readonly RunState[]).includes(state);
}

/** What happens to a run; a person asks for the first four. */
export type RunEvent =
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'retry'
  /** A page is about to be read. */
  | 'begin'
  /** A page was written and another follows. */
  | 'page'
  /** The last page was written. */
  | 'finish'
  /** A page was given up. */
  | 'fail'
  /** Its job comes and nothing is under way. */
  | 'stop';

type Moves = Readonly<Partial<Record<RunState, RunState>>>;

/**
 * Where each event takes a run, by the state that it finds; an event whose state is missing changes nothing. A page that was being read when
 * somebody paused or cancelled is still written: what it did to other systems is done.
 */
const MOVES: Readonly<Record<RunEvent, Moves>> = {
  pause: { waiting: 'paused', running: 'paused' },
  resume: { paused: 'running' },
  cancel: { waiting: 'cancelling', running: 'cancelling', paused: 'cancelling' },
  retry: { failed: 'waiting' },
  begin: { waiting: 'running', running: 'running' },
  page: { running: 'running', paused: 'paused', cancelling: 'cancelled' },
  finish: { running: 'done', paused: 'done', cancelling: 'done' },
  fail: { running: 'failed', paused: 'failed', cancelling: 'cancelled' },
  stop: { cancelling: 'cancelled' },
};

/** The state that an event takes a run to; null where the event changes nothing. */
export function moveRun(state: RunState, event: RunEvent): RunState | null {
  return MOVES[event][state] ?? null;
}

/** The states in which an event changes something. */
export function statesFor(event: RunEvent): RunState[] {
  return RUN_STATES.filter((state) => MOVES[event][state] !== undefined);
}

/** What a person can do to a run. */
export const RUN_COMMANDS = ['pause', 'resume', 'cancel', 'retry'] as const satisfies readonly RunEvent[];
export type RunCommand = (typeof RUN_COMMANDS)[number];

/** What a person can do to a run that is in this state. */
export function commandsFor(state: RunState): RunCommand[] {
  return RUN_COMMANDS.filter((command) => moveRun(state, command) !== null);
}

export const RUN_STARTERS = ['schedule', 'merchant', 'event'] as const;
export type RunStarter = (typeof RUN_STARTERS)[number];

/** What a page fails by that the kind did not foresee. */
export const RUN_CODES = { run_stopped_half_way: [], run_failed_inside: [] } as const satisfies CodeTable;

/** What is missing once a run of a kind was given up: the first cause of its obstacle. */
export const GIVEN_UP_CODES = {
  sweep_orders_given_up: [],
  mirror_stores_given_up: [],
  check_account_given_up: [],
  prepare_shop_given_up: [],
  ensure_webhook_given_up: [],
  rotate_webhook_key_given_up: [],
} as const satisfies CodeTable;

/** What becomes of a record of a run, where nothing failed. */
export const OUTCOME_CODES = { order_taken_up: [] } as const satisfies CodeTable;

/** The source of the obstacle of a run that was given up, and what it stands in the way of; its id is the kind. */
export const RUN_SOURCE = 'run';
export const RUN_SUBJECT = 'run';

/** A run as a list shows it. Plain JSON, instants as ISO 8601. */
export interface RunSummary {
  id: string;
  kind: string;
  state: RunState;
  startedBy: RunStarter;
  /** How many records there are to do; null while nobody knows. */
  total: number | null;
  done: number;
  failed: number;
  /** What its last try failed by; empty once a page is written. */
  causes: Cause[];
  askedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

/** What became of one record of a run. */
export interface RunOutcome {
  /** The record: the id of an order, a store, a product. */
  subject: string;
  cause: Cause;
  hasFailed: boolean;
}

/** A run with what became of its records. */
export interface RunStory extends RunSummary {
  /** How many outcomes of each code there were, also of those that are no longer kept. */
  counts: Record<string, number>;
  /** The last of them, the newest first. */
  outcomes: RunOutcome[];
}

export interface RunFilters {
  kind?: string;
  state?: RunState;
}

/** How many outcomes of a run are kept, and how many a page shows. */
export const MOST_OUTCOMES = 1_000;
export const SHOWN_OUTCOMES = 100;
