import { describe, expect, onTestFinished, test } from 'vitest';
import { useBundle } from '../action/support/bundle.ts';
import { GithubModel } from '../fakes/githubModel.ts';
import { act } from './support/act.ts';
import { makeLab } from './support/lab.ts';
import { hostileName, hostileText, pullRequestFrom } from './support/payloads.ts';

const bundle = useBundle();

/** GitHub's API until the test ends, and what makes a run ask it. */
async function startGithub() {
  const github = new GithubModel();
  const environment = { GITHUB_API_URL: await github.start() };
  onTestFinished(() => github.close());
  return { github, asking: { environment, secrets: { GITHUB_TOKEN: 'a-token' } } };
}

describe('a pull request', () => {
  test('from a branch is checked, compared, published and scanned', async (context) => {
    const { workspace, base } = makeLab();
    workspace.edit('inventory/nodes/lenovo2.yaml', 'role: server', 'role: agent');
    const head = workspace.commit();
    const event = pullRequestFrom('lerenn/lab', base, head);
    const { github, asking } = await startGithub();
    const run = await act(context, workspace, bundle, { workflow: 'validate.yml', event, ...asking });
    expect(run.jobs, run.log).toEqual({
      'validate/Inventory': 'success',
      'validate/Code scanning': 'success',
    });
    expect(run.annotations).toContainEqual({
      level: 'warning',
      message: expect.stringMatching(/^2 servers: an even number/),
      file: 'inventory/site.yaml',
    });
    expect(run.summary).toContain('## Pilotlight: lab');
    expect(run.summary).toMatch(/lenovo2\.lab\.home\.lerenn\.net.*reimage needed/);
    const release = run.archive('pilotlight-release');
    expect([...release.keys()]).toContain('manifest.json');
    const { nodes } = JSON.parse(release.get('manifest.json') ?? '') as { nodes: unknown[] };
    expect(nodes).toHaveLength(3);
    const sarif = JSON.parse(run.kept('findings.sarif')) as { runs: { results: { ruleId: string }[] }[] };
    expect(sarif.runs[0]?.results.map(({ ruleId }) => ruleId)).toContain('PL1232');
    expect(github.comments.map(({ body }) => body)).toEqual([
      expect.stringMatching(/lenovo2\.lab\.home\.lerenn\.net/),
    ]);
    expect([...run.archive('pilotlight-report').keys()].sort()).toEqual([
      'findings.sarif',
      'pilotlight.html',
    ]);
    expect(run.pwned).toBe(false);
  });

  test('from a fork, hostile in every text, does nothing but be looked at', async (context) => {
    const { workspace, base } = makeLab();
    workspace.edit(
      'inventory/nodes/lenovo2.yaml',
      'role: server',
      `role: server\ntimezone: ${JSON.stringify(hostileText)}`,
    );
    workspace.write(`inventory/nodes/${hostileName}.yaml`, 'role: server\n');
    const head = workspace.commit();
    const event = pullRequestFrom('mallory/lab', base, head);
    const { github, asking } = await startGithub();
    const run = await act(context, workspace, bundle, { workflow: 'validate.yml', event, ...asking });
    expect(run.jobs, run.log).toEqual({ 'validate/Inventory': 'failure' });
    expect(run.annotations.length).toBeGreaterThan(1);
    expect(run.annotations.map(({ message }) => message)).not.toContain('pwned');
    expect(run.lines.filter(({ command, arg }) => command === 'set-output' && arg === 'pwned')).toEqual([]);
    expect(run.artifacts).toEqual(['pilotlight-report']);
    expect(github.asked).toEqual([]);
    expect(run.pwned).toBe(false);
  });
});
