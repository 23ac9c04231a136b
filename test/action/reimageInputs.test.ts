import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { approvedPlan } from '../../src/action/approvedPlan.ts';
import { readInputs } from '../../src/action/inputs.ts';
import { nodeOptions } from '../../src/action/nodes.ts';
import { settlePaths } from '../../src/action/paths.ts';

afterEach(() => vi.unstubAllEnvs());

/** What the action makes of the inputs of a step, in this process. */
function read(inputs: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries({ command: 'reimage', ...inputs }))
    vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
  return readInputs();
}

describe('what does not go together is refused', () => {
  test.each<[Readonly<Record<string, string>>, string]>([
    [{}, '`reimage` needs one of'],
    [{ nodes: 'a', all: 'true' }, 'no two of them'],
    [{ resume: 'true', abort: 'true' }, 'go on with what was begun'],
    [{ resume: 'true', 'dry-run': 'true' }, '`dry-run` is for a reimage that begins'],
    [{ all: 'true', 'drain-timeout': 'soon' }, '`drain-timeout` is a time'],
    [{ remove: 'true' }, '`remove` goes with `nodes`'],
    [{ remove: 'true', all: 'true' }, '`remove` goes with `nodes`'],
    [{ remove: 'true', changed: 'true' }, '`remove` goes with `nodes`'],
    [{ remove: 'true', resume: 'true' }, '`remove` goes with `nodes`'],
    [{ remove: 'true', nodes: 'a', bootstrap: 'true' }, 'not with `bootstrap`'],
    [{ remove: 'yes', nodes: 'a' }, '`remove` is `true` or `false`'],
    [{ nodes: 'a', 'kube-context': 'lab' }, '`kube-context` is a context of the file of `kubeconfig`'],
    [{ nodes: 'a', bootstrap: 'true', kubeconfig: 'k' }, 'without `kubeconfig`'],
    [{ nodes: 'a', 'jump-router': 'maybe' }, '`jump-router` is `true` or `false`'],
  ])('%j', (inputs, words) => {
    expect(() => read(inputs)).toThrow(words);
  });
});

test('how the cluster and its nodes are reached comes to where they are', () => {
  const inputs = read({ nodes: 'a,b', remove: 'true', kubeconfig: 'k', 'kube-context': 'lab' });
  expect(inputs.reimage).toMatchObject({ nodes: ['a', 'b'], remove: true });
  expect(nodeOptions(settlePaths(inputs, process.cwd()).reach)).toEqual({
    secrets: undefined,
    knownHosts: '',
    kubeconfig: { file: join(process.cwd(), 'k'), context: 'lab' },
    jumpRouter: false,
  });
  vi.unstubAllEnvs();
  expect(nodeOptions(read({ all: 'true', 'jump-router': 'true' }).reach)).toMatchObject({
    kubeconfig: undefined,
    jumpRouter: true,
  });
});

describe('a plan that was approved', () => {
  const node = { name: 'lenovo4', hostname: 'lenovo4.lab.example', variant: 'join', alive: false };
  const plan = {
    schemaVersion: 1,
    site: 'lab',
    release: 'a'.repeat(64),
    nodes: [node],
    agentsAtATime: 2,
    drain: { deleteEmptyDirData: true, force: true, timeoutSeconds: 60 },
  };

  function approved(more: object) {
    const folder = mkdtempSync(join(tmpdir(), 'pilotlight-plan-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'plan.json');
    writeFileSync(file, JSON.stringify({ version: 1, site: 'lab', plan: { ...plan, ...more } }));
    return approvedPlan(file);
  }

  test.each([
    ['names', [node.hostname], false],
    ['changed', 'changed', false],
    ['all', 'all', false],
    ['removal', [node.hostname], true],
  ])('is made again in the way in which it was made: %s', (chosen, nodes, remove) => {
    const { site, choices } = approved({ chosen });
    const { expected, ...rest } = choices;
    expect(site).toBe('lab');
    expect(expected?.('lab')).toMatchObject({ chosen });
    expect(rest).toEqual({
      nodes,
      remove,
      bootstrap: false,
      replaceDead: true,
      deleteEmptyDirData: true,
      force: true,
      drainSeconds: 60,
      agentsAtATime: 2,
    });
  });

  test('that does not say how its nodes were chosen is refused', () => {
    expect(() => approved({})).toThrow('does not say how its nodes were chosen');
  });

  test('that is none is refused', () => {
    expect(() => approved({ release: 1 })).toThrow('plan.json holds no plan of a reimage of lab');
  });
});
