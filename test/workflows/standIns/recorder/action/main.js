/** Stands in for Pilotlight where only what it is given counts: it notes its inputs, and answers as a test says. */
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { GITHUB_OUTPUT, GITHUB_STEP_SUMMARY, RUNNER_TEMP, STAND_IN_KEPT, STAND_IN_FILES, SOPS_AGE_KEY } =
  process.env;
const inputs = Object.fromEntries(
  Object.entries(process.env)
    .filter(([name, value]) => name.startsWith('INPUT_') && value !== '')
    .map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value]),
);
const read = (path) => (path && existsSync(path) ? readFileSync(path, 'utf8') : undefined);
const note = {
  inputs,
  plan: read(inputs['carry-out']),
  values: read(inputs.secrets),
  mode: inputs.secrets && existsSync(inputs.secrets) ? statSync(inputs.secrets).mode & 0o777 : undefined,
  ageKey: SOPS_AGE_KEY || undefined,
};
appendFileSync(join(STAND_IN_KEPT, 'calls'), `${JSON.stringify(note)}\n`);
appendFileSync(GITHUB_STEP_SUMMARY, `ran ${inputs.command}\n`);
const output = (name, value) => appendFileSync(GITHUB_OUTPUT, `${name}<<end-of-it\n${value}\nend-of-it\n`);
if (inputs.command === 'reimage' && inputs['dry-run'] === 'true') {
  const plan = join(RUNNER_TEMP, 'reimage-plan.json');
  writeFileSync(plan, JSON.stringify({ nodes: inputs.nodes ?? '', random: Math.random() }));
  output('reimage-plan', plan);
}
if (inputs.command === 'reimage' && inputs['carry-out'])
  output('reimaged', '["lenovo2.lab.home.lerenn.net"]');
for (const [path, text] of Object.entries(JSON.parse(STAND_IN_FILES || '{}'))) {
  writeFileSync(path, text);
  output('images-changed', 'true');
  output('images-summary', '- Fedora CoreOS stable: 1 → 2, `$(touch pwned)`');
}
