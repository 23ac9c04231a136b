import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openRouterSystem } from '../../../src/adapters/router/openRouterSystem.ts';
import { ConnectionLost, type RemoteShell, type RunResult } from '../../../src/ports/remoteShell.ts';
import type { RouterSurvey } from '../../../src/ports/router.ts';
import { applyRouter } from '../../../src/router/run/apply.ts';
import { rollbackRouter } from '../../../src/router/run/rollback.ts';
import type { RouterTools } from '../../../src/router/run/tools.ts';
import { stockConfig, type TestRouter, testRouter } from '../../fakes/rpcd/testRouter.ts';
import type { Skipping } from '../../tools/tools.ts';
import { answeringHttp, answeringTftp, changes, planWith, probes, requestWith } from './support.ts';

let router: TestRouter | undefined;
afterEach(() => router?.remove());

describe.each(['timer', 'rpcd'] as const)('by %s, with a real shell and the real uci', (method) => {
  const request = requestWith({
    planOf: () => planWith({ method, changes }),
    timeoutSeconds: 60,
    probes: quiet,
  });

  test('applied, confirmed, and rolled back', async (context) => {
    const { made, tools } = await workshop(context, () => 'works');
    const outcome = await applyRouter(request, tools);
    expect(outcome).toMatchObject({ result: 'confirmed' });
    expect(made.config('dhcp')).toContain('pilotlight_ipxe');
    const back = await rollbackRouter({ uciPackages: ['dhcp'], timeoutSeconds: 60 }, tools);
    expect(back).toMatchObject({ result: 'restored', packages: ['dhcp'] });
    expect(made.config('dhcp')).toBe(stockConfig.dhcp);
  });

  test('an apply that cuts SSH comes back by itself', async (context) => {
    const { made, tools } = await workshop(context, () =>
      router?.config('dhcp') === stockConfig.dhcp ? 'works' : 'cut',
    );
    const outcome = await applyRouter(request, tools);
    expect(outcome.result).toBe('takenBack');
    expect(outcome.failure?.message).toMatch(
      /^the connection was lost after the change.*its old configuration/,
    );
    expect(made.config('dhcp')).toBe(stockConfig.dhcp);
  });

  test('an answer to the confirmation that never comes', async (context) => {
    let cut = false;
    const { made, tools } = await workshop(context, (script) => {
      if (cut || !script.includes('decide confirmed')) return 'works';
      cut = true;
      return 'loses the answer';
    });
    expect((await applyRouter(request, tools)).result).toBe('confirmed');
    expect(cut).toBe(true);
    expect(made.config('dhcp')).toContain('pilotlight_ipxe');
  });
});

const quiet = { ...probes, udpPorts: [], tcpPorts: [] };

type Connection = 'works' | 'cut' | 'loses the answer';

/** `connection`: how it is when a script is run. */
async function workshop(context: Skipping, connection: (script: string) => Connection) {
  const made = testRouter(context, { rpcd: true });
  router = made;
  const open = async (): Promise<RemoteShell> => {
    const shell = made.shell();
    if (connection('') === 'cut') throw new ConnectionLost('there is no way to it');
    return {
      ...shell,
      run: async (script, parameters, options): Promise<RunResult> => {
        const before = connection(script);
        if (before === 'cut') throw new ConnectionLost('the connection broke');
        const result = await shell.run(script, parameters, options);
        if (before === 'loses the answer') throw new ConnectionLost('the connection broke');
        return result;
      },
    };
  };
  const system = await openRouterSystem({ open, storage: join(made.root, 'mnt/usb'), root: made.root });
  const tools: RouterTools = {
    router: system,
    http: answeringHttp,
    tftp: answeringTftp,
    now: () => performance.now(),
    // What is waited for is the router's own time, which passes faster than ours.
    wait: () => {
      made.pass(10);
      return new Promise((resolve) => setTimeout(resolve, 100));
    },
  };
  return { made, tools };
}

test('what a survey says', async (context) => {
  const { made, tools } = await workshop(context, () => 'works');
  made.run(['dnsmasq']);
  made.write('usr/lib/opkg/info/uhttpd.control', '');
  made.write('mnt/usb/pilotlight/tftp/snponly.efi', 'MZ');
  made.write('mnt/usb/pilotlight/secret', 'x');
  made.write('var/etc/dnsmasq.conf.cfg01411c', 'enable-tftp\ntftp-root=/x');
  made.write('etc/config/dhcp', "config host\n\toption name 'end\nuci dhcp +config evil'\n");
  const survey: RouterSurvey = await tools.router.survey(['dhcp', 'network']);
  expect(survey).toMatchObject({
    system: 'OpenWrt 24.10.2',
    rpcd: true,
    staged: '',
    dnsmasq: 'enable-tftp\ntftp-root=/x\n',
    missingCommands: [],
    pending: undefined,
    installed: new Set(['uhttpd']),
  });
  expect([...survey.uci]).toEqual([
    ['dhcp', "package dhcp\n\nconfig host\n\toption name 'end\nuci dhcp +config evil'\n\n"],
  ]);
  expect([...survey.files]).toEqual([
    ['tftp/snponly.efi', '9b8db510ef42b8ed54a3712636fda55a4f8cfcd5493e20b74ab00cd4f3979f2d'],
  ]);
  expect(JSON.parse(survey.services.split('\n{}')[0] ?? '')).toHaveProperty('dnsmasq');
  expect(survey.uptime).toBeGreaterThan(0);
  expect(survey.mounts).toContain(' / ');
});
