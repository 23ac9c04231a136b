import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deployJson, deployOutcomeText, deployPlanText } from '../../src/report/deployPlan.ts';
import { deployMarkdown } from '../../src/report/deployPlanMarkdown.ts';
import type { DeployReport } from '../../src/report/deployReport.ts';
import { hostileText, unsafe } from './sample.ts';
import { deployPlan, deployReport, releasePlan } from './storageSample.ts';

const outcome = { changed: true, uploadedBytes: 49_357, seconds: 1.23, warnings: ['one part stays'] };

describe('the plan of a deploy', () => {
  test('tells each change, what it means for nodes, and the sum', () => {
    expect(deployPlanText(deployReport, false)).toBe(`lab → root@192.168.26.1:22 /mnt/usb/pilotlight

ACTION   WHAT                                   SIZE       WHY
keep     images/coreos/44.20260707.3.1/x86_64   1.07 GiB   whole
upload   k3s/v1.35.2+k3s1                       70 MiB     1 file, 1 MiB there already
upload   release bbbbbbbbbbbb                   48.2 KiB   20 files
switch   release aaaaaaaaaaaa → bbbbbbbbbbbb               machines boot it from then on
delete   release cccccccccccc                   ?          not among the newest 5
delete   upload dddddddddddd                    12 B       nothing needs it

NODE      CHANGE
two.lab   reimage needed

2 nodes: 1 reimage needed, 1 no change
upload 70 MiB in about 6.4 s · keep 1.07 GiB · delete 12 B · free 2 GiB → 1.93 GiB
`);
  });

  test('says what stands in its way, and what to do', () => {
    const problems = [{ message: '/mnt/usb is not mounted', next: 'plug the stick in' }];
    const text = deployPlanText({ ...deployReport, problems }, false);
    expect(text).toMatch(/\n✗ \/mnt\/usb is not mounted\n {2}plug the stick in\n$/);
    expect(deployMarkdown({ ...deployReport, problems })).toContain(
      '❌ /mnt/usb is not mounted<br>plug the stick in',
    );
  });

  test('says so where nodes cannot be compared', () => {
    expect(deployPlanText({ ...deployReport, nodes: undefined }, false)).toContain(
      '! what it means for nodes is not known',
    );
  });

  test('counts nodes beyond those that it lists', () => {
    const [, changed] = releasePlan.nodes;
    const nodes = Array.from({ length: 60 }, (_, index) => ({
      ...changed,
      hostname: `n${index}.lab`,
    })) as unknown as typeof releasePlan.nodes;
    const text = deployPlanText({ ...deployReport, nodes: { ...releasePlan, nodes } }, false);
    expect(text).toContain('n49.lab');
    expect(text).not.toContain('n50.lab');
    expect(text).toContain('… and 10 more nodes\n');
  });

  test('tells of the cluster, and what speaks against it', () => {
    const text = 'K3s version: v1.33.4+k3s1 → v1.35.2+k3s1: nodes are installed again one after the other';
    const site = [
      { about: 'siteFile' as const, text: 'boot.ipxe changed' },
      { about: 'cluster' as const, text },
    ];
    const k3s = { from: 'v1.33.4+k3s1', to: 'v1.35.2+k3s1', how: 'reimage' as const };
    const report = { ...deployReport, nodes: { ...releasePlan, site, k3s } };
    expect(deployPlanText(report, false)).toMatch(
      /no change\nK3s version: v1\.33\.4\+k3s1 → .*\n! K3s goes from v1\.33\.4\+k3s1 .* leaves out v1\.34, .*: go to the newest v1\.34 first.*\nupload /,
    );
    expect(deployPlanText(report, false)).not.toContain('boot.ipxe');
    const markdown = deployMarkdown(report);
    expect(markdown).toContain(`\n${text}\n`);
    expect(markdown).toContain('\n⚠️ K3s goes from v1.33.4+k3s1');
  });

  test('is coloured where there is colour', () => {
    expect(deployPlanText(deployReport, true)).toContain('\u001b[32mupload\u001b[39m');
  });
});

describe('what became of it', () => {
  test('is one line, with warnings below', () => {
    expect(deployOutcomeText(deployReport, outcome, false)).toBe(
      '✓ release bbbbbbbbbbbb is current · 48.2 KiB uploaded in 1.2 s\n! one part stays\n',
    );
    const nothing = { changed: false, uploadedBytes: 0, seconds: 0, warnings: [] };
    expect(deployOutcomeText(deployReport, nothing, false)).toBe(
      '✓ nothing to do: release bbbbbbbbbbbb is current\n',
    );
  });
});

describe('as data', () => {
  test('is the plan itself with what surrounds it', () => {
    const { nodes, ...data } = JSON.parse(deployJson({ ...deployReport, outcome }));
    expect(nodes.counts.reimage).toBe(1);
    expect(data).toEqual({
      version: 1,
      site: 'lab',
      changes: true,
      plan: JSON.parse(JSON.stringify(deployPlan)),
      problems: [],
      outcome,
    });
    expect(JSON.parse(deployJson({ ...deployReport, nodes: undefined }))).toMatchObject({
      nodes: null,
      outcome: null,
    });
  });
});

describe('as Markdown', () => {
  test('has the verdict, the changes and the nodes that change', () => {
    expect(deployMarkdown({ ...deployReport, outcome })).toMatchInlineSnapshot(`
      "## Pilotlight: deploy of lab

      ✅ release <code>bbbbbbbbbbbb</code> is current · 48.2 KiB uploaded in 1.2 s

      ⚠️ one part stays

      ### Plan

      On <code>root<span>@</span>192.168.26.1:22 /mnt/usb/pilotlight</code>: upload 70 MiB in about 6.4 s · keep 1.07 GiB · delete 12 B · free 2 GiB → 1.93 GiB

      | Action | What | Size | Why |
      | --- | --- | --- | --- |
      | keep | <code>images/coreos/44.20260707.3.1/x86&#95;64</code> | 1.07 GiB | whole |
      | upload | <code>k3s/v1.35.2+k3s1</code> | 70 MiB | 1 file, 1 MiB there already |
      | upload | <code>release bbbbbbbbbbbb</code> | 48.2 KiB | 20 files |
      | switch | <code>release aaaaaaaaaaaa → bbbbbbbbbbbb</code> |  | machines boot it from then on |
      | delete | <code>release cccccccccccc</code> | ? | not among the newest 5 |
      | delete | <code>upload dddddddddddd</code> | 12 B | nothing needs it |

      ### Nodes

      2 nodes: 1 reimage needed, 1 no change

      | Node | Change |
      | --- | --- |
      | <code>two.lab</code> | reimage needed |
      "
    `);
  });

  test('tells a plan from what was done', () => {
    expect(deployMarkdown(deployReport)).toContain('📋 release <code>bbbbbbbbbbbb</code> would be deployed');
    const { changes: _changes, ...plan } = deployPlan;
    expect(deployMarkdown({ ...deployReport, plan: { ...plan, changes: [] } })).toContain('✅ nothing to do');
  });
});

test('whatever a storage holds, no report can drive a terminal or break out of Markdown', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 6, maxLength: 6 }), (texts) => {
      const [site = '', target = '', path = '', reason = '', message = '', hostname = ''] = texts;
      const [node] = releasePlan.nodes;
      const hostile: DeployReport = {
        site,
        plan: {
          ...deployPlan,
          target,
          changes: [{ action: 'delete', kind: 'release', path, bytes: 1, reason }],
        },
        nodes: {
          ...releasePlan,
          nodes: node === undefined ? [] : [{ ...node, hostname, change: 'dataAtRisk', risks: [reason] }],
        },
        problems: [{ message, next: message }],
        outcome: { ...outcome, warnings: [message] },
      };
      const markdown = deployMarkdown(hostile);
      for (const text of [
        deployPlanText(hostile, false),
        deployOutcomeText(hostile, { ...outcome, warnings: [message] }, false),
        deployJson(hostile),
        markdown,
      ]) {
        for (const line of text.split('\n')) expect(line).not.toMatch(unsafe);
      }
      const lines = (text: string) => text.split('\n').length;
      expect(lines(markdown)).toBe(
        lines(deployMarkdown({ ...hostile, site: '', problems: [{ message: '', next: '' }] })),
      );
      expect(JSON.parse(deployJson(hostile)).plan.changes[0].path).toBe(path);
    }),
    { numRuns: 200 },
  );
});
