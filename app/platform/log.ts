import {
  type Bindings,
  type DestinationStream,
  type Logger,
  type LoggerOptions,
  pino,
  stdTimeFunctions,
} from 'pino';
import { OperatorError } from './operator-error.ts';

export type { Logger };

/**
 * The only keys whose values reach the log. Whatever else is passed leaves its name under `omitted`, never its value, so
 * that personal data cannot slip in with a new field. Add a key here only when it can never hold a person's data.
 */
const LOGGED_KEYS: ReadonlySet<string> = new Set([
  ...[
    'appUrl',
    'attempt',
    'attempts',
    'channel',
    'code',
    'component',
    'concurrency',
    'count',
    'dataDirectory',
  ],
  ...[
    'delayMs',
    'durationMs',
    'environment',
    'err',
    'eventId',
    'failure',
    'fault',
    'handle',
    'jobId',
    'jobs',
    'kind',
  ],
  ...[
    'changes',
    'lock',
    'maxAttempts',
    'method',
    'migrations',
    'oneStockOrderId',
    'oneStockRequestId',
    'operation',
    'orderId',
    'port',
  ],
  ...[
    'reason',
    'requestId',
    'retryable',
    'role',
    'route',
    'run',
    'rung',
    'shop',
    'signal',
    'siteId',
    'source',
    'state',
  ],
  ...['status', 'task', 'tasks', 'topic', 'variable', 'workerId', 'workers'],
]);

/**
 * The app's structured log, one JSON line an entry.
 *
 * Objects are redacted by allow-list. Of an error only its name, code and stack frames are written, for its message may hold
 * what a person typed (a database's names the row, a parser's quotes the body); the exceptions are `OperatorError`, written
 * for the log, and JavaScript's own faults without a code ("x is not a function"), which speak of the program only.
 *
 * @param destination where lines go; standard output when left out
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: redact },
    hooks: {
      // pino fills further arguments into the text, and takes an error's message for a text that is missing.
      logMethod([first, message], method) {
        if (typeof first === 'string') method.call(this, first);
        else method.call(this, first instanceof Error ? { err: first } : first, message ?? '');
      },
    },
  };
  const log = pino(options, destination ?? pino.destination({ fd: 1, sync: true }));
  const { child } = log;
  return Object.assign(log, {
    child(this: Logger, bindings: Bindings) {
      return child.call(this, redact(bindings));
    },
  });
}

function redact(entry: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  const omitted: string[] = [];
  for (const [key, value] of Object.entries(entry)) {
    if (LOGGED_KEYS.has(key)) kept[key] = loggable(value);
    else omitted.push(key);
  }
  return omitted.length > 0 ? { ...kept, omitted } : kept;
}

function loggable(value: unknown): unknown {
  if (value instanceof Error) return describeError(value);
  if (value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(loggable);
  if (typeof value === 'object' && value !== null) return redact(value as Record<string, unknown>);
  return value;
}

function describeError(error: Error): Record<string, unknown> {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    name: error.name,
    code,
    message: speaksOfTheProgram(error, code) ? error.message : undefined,
    stack: error.stack?.match(/^ {4}at .*$/gm)?.join('\n'),
    cause: error.cause instanceof Error ? describeError(error.cause) : undefined,
  };
}

function speaksOfTheProgram(error: Error, code: string | undefined): boolean {
  if (error instanceof OperatorError) return true;
  return code === undefined && (error instanceof TypeError || error instanceof ReferenceError);
}
