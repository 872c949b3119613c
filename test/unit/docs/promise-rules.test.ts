import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const page = read('docs/promise.md');

/** The rows of a table as their cells, the heading and the line under it left out. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\|[ |-]+\|$/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
const rules = rows.flatMap(([rule = '', file = '', name = '']) => {
  const path = /^`(test\/.+\.test\.ts)`$/.exec(file)?.[1];
  return path ? [{ rule, path, name }] : [];
});

describe('docs/promise.md', () => {
  it.each(rules)('names a test that exists: $rule', ({ path, name }) => {
    const source = read(path);
    expect(
      [`'${name}'`, `"${name}"`].some((quoted) => source.includes(quoted)),
      `${path} has no “${name}”`,
    ).toBe(true);
  });

  it('lists the rules, each once', () => {
    expect(rules.length).toBeGreaterThan(70);
    expect(new Set(rules.map(({ rule }) => rule)).size).toBe(rules.length);
  });

  it('explains reasons that the app gives', () => {
    const sources = globSync('app/{features,gateways}/**/*.ts', { cwd: ROOT }).map(read).join('\n');
    const tables = page.split('\n\n').filter((part) => part.startsWith('| reason '));
    const codes = tables.flatMap((table) =>
      [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
        [...cell.matchAll(/`([a-z_]+)`/g)].map(([, code = '']) => code),
      ),
    );
    expect(tables).toHaveLength(2);
    expect(codes.length).toBeGreaterThan(20);
    const isGiven = (code: string) => sources.includes(`'${code}'`);
    const unknown = codes.filter((code) => !code.startsWith('status_') && !isGiven(code));
    expect(unknown).toEqual([]);
  });
});
