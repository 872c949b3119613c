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
    const heading = page.indexOf('| reason ');
    const table = page.slice(heading, page.indexOf('\n\n', heading));
    const codes = [...table.matchAll(/`([a-z_]+)`/g)].map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(20);
    const unknown = codes.filter((code) => !code.startsWith('status_') && !sources.includes(`'${code}'`));
    expect(unknown).toEqual([]);
  });
});
