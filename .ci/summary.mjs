/**
 * Prints the ten slowest files and tests, what passed on its second try only, what failed and, as its last line, `N passed, N failed`, with
 * `, N skipped` when there are any. Exits 1 on any failure.
 * Arguments: the folder of vitest's JSON reports, the exit code of the tests, then the names of failed checks. A failed check is a failure, and so is a
 * test file that could not be loaded, and a run that failed without naming a test.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const [reports, exitCode, ...failedChecks] = process.argv.slice(2);
const files = readdirSync(reports).flatMap((report) => readReport(join(reports, report)).testResults);
const tests = files.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })));

const failures = [
  ...failedChecks.map((check) => `npm run ${check}`),
  ...tests.filter(({ status }) => status === 'failed').map(({ file, fullName }) => `${file}: ${fullName}`),
  ...files.filter(failedWithoutTest).map(({ name, message }) => `${name}: ${message}`),
];
const passed = tests.filter(({ status }) => status === 'passed').length;
const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed').length;
if (exitCode !== '0' && failures.length === failedChecks.length)
  failures.push('npm test: see the errors above');
if (exitCode === '0' && passed === 0) failures.push('npm test: no test ran');

printSlowest(
  'files',
  files.map(({ name, startTime, endTime }) => ({ what: pathOf(name), ms: endTime - startTime })),
);
printSlowest(
  'tests',
  tests.map(({ file, fullName, duration }) => ({ what: `${pathOf(file)}: ${fullName}`, ms: duration ?? 0 })),
);
for (const { file, fullName, failureMessages } of tests.filter(passedLater))
  console.log(`SECOND TRY ${file}: ${fullName}: ${failureMessages[0]}`);
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failures.length > 0 ? 1 : 0);

/** @param of `{ what, ms }` each, in any order */
function printSlowest(kind, of) {
  const slowest = of.toSorted((a, b) => b.ms - a.ms).slice(0, 10);
  if (slowest.length > 0) console.log(`== the slowest ${kind}`);
  for (const { what, ms } of slowest) console.log(`${(ms / 1000).toFixed(1).padStart(7)} s  ${what}`);
}

function pathOf(file) {
  return relative(process.cwd(), file);
}

function passedLater({ status, failureMessages }) {
  return status === 'passed' && failureMessages.length > 0;
}

function failedWithoutTest({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { testResults: [] };
  }
}
