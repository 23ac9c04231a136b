// `npm test`: sets itself up from a bare clone, then runs everything and ends with `N passed, N failed`.
// Plain JavaScript without dependencies, because at its start there may be none, and Node may be 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const modules = join(root, 'node_modules');
const installedFor = join(modules, '.installed-for');
const cache = process.env.PILOTLIGHT_TEST_CACHE ?? process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
const environment = {
  ...process.env,
  PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH}`,
  // Many tests start Node, also with a temporary folder of their own, in which it would find nothing that it compiled before.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(cache, 'pilotlight-test', 'node'),
};

/** Runs a command in the project with its output shown, and answers its exit code. */
function run(command, args, more = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: environment,
    ...more,
  });
  if (error) throw error;
  return status ?? 1;
}

/** Ends when a step failed; the closing line counts it, so that nobody takes silence for success. */
function need(status, step) {
  if (status === 0) return;
  console.error(`✗ ${step} failed`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

/** Installs the packages of the lock file, once for each of its versions. */
function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(installedFor) && readFileSync(installedFor, 'utf8') === lock) return;
  const started = Date.now();
  need(run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']), 'npm ci');
  writeFileSync(installedFor, lock);
  console.log(`packages installed (${Math.round((Date.now() - started) / 1000)} s)`);
}

/** Runs vitest with what the person named, and counts from its own report. */
function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-report-'));
  const report = join(folder, 'report.json');
  const status = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]);
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  rmSync(folder, { recursive: true });
  return { status, result };
}

/** The tests that did not run, each by name, so that a skip is never silent. */
function skippedIn(result) {
  return result.testResults.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status === 'pending' || status === 'skipped' || status === 'todo')
      .map(({ fullName }) => fullName),
  );
}

installPackages();
need(run('node', ['scripts/test-tools.ts']), 'installing what tests drive');
const { status, result } = runTests(process.argv.slice(2));
if (result === undefined) need(1, 'vitest');
const skipped = skippedIn(result);
for (const name of skipped) console.log(`skipped: ${name}`);
const brokenFiles = result.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
).length;
const failed =
  result.numFailedTests + brokenFiles + (process.env.CI && skipped.length > 0 ? skipped.length : 0);
const ended = failed === 0 && status !== 0 ? 1 : failed;
console.log(
  `${result.numPassedTests} passed, ${ended} failed${skipped.length > 0 && !process.env.CI ? `, ${skipped.length} skipped` : ''}`,
);
process.exit(ended === 0 ? 0 : 1);
