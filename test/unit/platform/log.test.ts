import { describe, expect, it } from 'vitest';
import { createLogger } from '#app/platform/log.ts';
import { OperatorError } from '#app/platform/operator-error.ts';

function logged(write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(createLogger('trace', { write: (line) => lines.push(line) }));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '');
}

const personal = 'jane@example.com';

describe('the log', () => {
  it('writes what is on the list, and of the rest the names only', () => {
    const entry = logged((log) =>
      log.info({ shop: 's', status: 200, email: personal, address: { zip: '75001' } }, 'x'),
    );
    expect(entry).toMatchObject({
      level: 'info',
      msg: 'x',
      shop: 's',
      status: 200,
      omitted: ['email', 'address'],
    });
    expect(JSON.stringify(entry)).not.toContain(personal);
    expect(JSON.stringify(entry)).not.toContain('75001');
  });

  it('looks into nested objects, lists and the bindings of a child', () => {
    const entry = logged((log) =>
      log.child({ shop: 's', email: personal }).info({ jobs: [{ jobId: 1, email: personal }] }, 'x'),
    );
    expect(entry).toMatchObject({ shop: 's', jobs: [{ jobId: 1, omitted: ['email'] }] });
    expect(JSON.stringify(entry)).not.toContain(personal);
  });

  it.each([
    ['under a key', (log: ReturnType<typeof createLogger>, err: Error) => log.error({ err }, 'failed')],
    ['alone', (log: ReturnType<typeof createLogger>, err: Error) => log.error(err)],
    ['under a key without a text', (log: ReturnType<typeof createLogger>, err: Error) => log.error({ err })],
  ])('writes name, code and stack of an error %s, never its message', (_, write) => {
    const err = Object.assign(new Error(`duplicate key (email)=(${personal})\n at ${personal}`), {
      code: '23505',
    });
    const entry = logged((log) => write(log, err));
    expect(entry.err).toMatchObject({
      name: 'Error',
      code: '23505',
      stack: expect.stringContaining('log.test.ts'),
    });
    expect(JSON.stringify(entry)).not.toContain(personal);
  });

  it('keeps the message of faults of the program, and of those written for the operator', () => {
    const broken = logged((log) => log.error({ err: new TypeError('x is not a function') }, 'failed'));
    expect(broken.err).toMatchObject({ message: 'x is not a function' });
    const known = logged((log) =>
      log.error({ err: new OperatorError('port_taken', 'The port is taken.') }, 'failed'),
    );
    expect(known.err).toMatchObject({ code: 'port_taken', message: 'The port is taken.' });
  });

  it('drops the message of a Node error, which quotes the value it refused', () => {
    const err = Object.assign(new TypeError(`Received ${personal}`), { code: 'ERR_INVALID_ARG_TYPE' });
    expect(JSON.stringify(logged((log) => log.error({ err }, 'failed')))).not.toContain(personal);
  });

  it('does not fill values into its text', () => {
    const entry = logged((log) => (log.info as (...all: unknown[]) => void)('hello %s', personal));
    expect(entry.msg).toBe('hello %s');
  });
});
