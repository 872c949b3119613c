import { err, ok, type Result } from 'neverthrow';
import type { z } from 'zod';
import type { Config, ConfigFault, Role } from './config.ts';
import { developmentKey } from './development-key.ts';
import { type Variables, variables } from './variables.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration from environment variables.
 *
 * Outside production a missing ENCRYPTION_KEYS is answered with a key that is kept in DATA_DIR.
 *
 * @param role what this process is to do: `web` and `worker` alone need a database that both can reach
 * @returns every fault at once, never only the first
 */
export function loadConfig(
  environment: Environment,
  { role }: { role: Role },
): Result<Config, ConfigFault[]> {
  const given = withoutEmpty(environment);
  const parsed = variables.safeParse({ ...given, SHOPIFY_APP_URL: given.SHOPIFY_APP_URL ?? given.HOST });
  const misread = parsed.success ? [] : parsed.error.issues.map((issue) => describe(issue, given));
  const faults = [...withoutRepeats(misread), ...contradictions(given, role)];
  if (!parsed.success || faults.length > 0) return err(faults);
  return ok(toConfig(parsed.data));
}

/** As `loadConfig` from the process's own environment; prints every fault and ends the process when there are any. */
export function readConfigOrExit(role: Role): Config {
  return loadConfig(process.env, { role }).match(
    (config) => config,
    (faults) => {
      const lines = faults.map(({ variable, message }) => `  ${variable} ${message}`);
      process.stderr.write(`The configuration is not complete:\n${lines.join('\n')}\n`);
      process.exit(1);
    },
  );
}

function withoutEmpty(environment: Environment): Record<string, string> {
  const entries = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as Record<string, string>;
}

function describe(issue: z.core.$ZodIssue, given: Environment): ConfigFault {
  const variable = String(issue.path[0]);
  if (variable === 'SHOPIFY_APP_URL' && !given.SHOPIFY_APP_URL) {
    return given.HOST
      ? { variable: 'HOST', message: `${issue.message} (it is read because SHOPIFY_APP_URL is not set)` }
      : { variable, message: 'is not set' };
  }
  return { variable, message: given[variable] === undefined ? 'is not set' : issue.message };
}

/** A list with two wrong items is one fault to whoever reads it. */
function withoutRepeats(faults: ConfigFault[]): ConfigFault[] {
  return [...new Map(faults.map((fault) => [`${fault.variable} ${fault.message}`, fault])).values()];
}

/** What no variable shows alone. */
function contradictions(given: Environment, role: Role): ConfigFault[] {
  const production = !['development', 'test'].includes(given.NODE_ENV ?? 'production');
  const embedded = ['1', 'true'].includes(given.EMBEDDED_DATABASE ?? '');
  const faults: ConfigFault[] = [];
  if (given.DATABASE_URL && embedded) {
    faults.push({ variable: 'EMBEDDED_DATABASE', message: 'contradicts DATABASE_URL: set one of them' });
  }
  if (!given.DATABASE_URL && role !== 'all') {
    faults.push({
      variable: 'DATABASE_URL',
      message: 'is not set: web and worker apart share a database server',
    });
  } else if (!given.DATABASE_URL && production && !embedded) {
    const message = 'is not set: in production the embedded database is used only with EMBEDDED_DATABASE=1';
    faults.push({ variable: 'DATABASE_URL', message });
  }
  if (!given.ENCRYPTION_KEYS && production) {
    const message = 'is not set: write "id:key", the key 32 random bytes in base64 (openssl rand -base64 32)';
    faults.push({ variable: 'ENCRYPTION_KEYS', message });
  }
  return faults;
}

function toConfig(read: Variables): Config {
  return {
    environment: read.NODE_ENV,
    port: read.PORT,
    host: read.LISTEN_HOST,
    appUrl: read.SHOPIFY_APP_URL,
    shopify: {
      apiKey: read.SHOPIFY_API_KEY,
      apiSecret: read.SHOPIFY_API_SECRET,
      previousApiSecret: read.SHOPIFY_API_SECRET_PREVIOUS,
      scopes: read.SCOPES,
    },
    database: {
      url: read.DATABASE_URL,
      embedded: read.DATABASE_URL === undefined,
      dataDirectory: read.DATA_DIR,
    },
    encryption: { keys: read.ENCRYPTION_KEYS ?? [developmentKey(read.DATA_DIR)] },
    oneStock: {
      allowedHosts: read.ONESTOCK_ALLOWED_HOSTS,
      allowPrivateAddresses: read.ONESTOCK_ALLOW_PRIVATE_ADDRESSES,
      allowHttp: read.ONESTOCK_ALLOW_HTTP,
    },
    tracesPerShopAndDay: read.TRACES_PER_SHOP_AND_DAY,
    metricsToken: read.METRICS_TOKEN,
    logLevel: read.LOG_LEVEL,
    workerConcurrency: read.WORKER_CONCURRENCY,
  };
}
