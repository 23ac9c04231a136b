import { afterEach, describe, expect, test } from 'vitest';
import { openPower } from '../../../../src/adapters/power/openPower.ts';
import type { PowerControl } from '../../../../src/ports/power.ts';
import { failure, machine, type TestTools, testTools } from '../tools.ts';
import { makeCertificate } from '../web/certificate.ts';
import { login, type Oddities, startController, type TestController, token } from './controller.ts';

const actions = '/redfish/v1/Systems/1/Actions/ComputerSystem.Reset';
const system = '/redfish/v1/Systems/1';
const sessions = '/redfish/v1/SessionService/Sessions';
const session = [`POST ${sessions}`, `DELETE ${sessions}/7`];
const override = {
  Boot: {
    BootSourceOverrideEnabled: 'Once',
    BootSourceOverrideTarget: 'Pxe',
    BootSourceOverrideMode: 'UEFI',
  },
};

let controller: TestController;
let tools: TestTools;
afterEach(() => controller?.close());

async function power(oddities: Oddities = {}, settings: object = {}): Promise<PowerControl> {
  controller = await startController(oddities);
  return connect(settings);
}

function connect(settings: object = {}, password = login.password): PowerControl {
  tools = testTools({ secrets: { BMC: password } });
  const all = { url: controller.origin, user: login.user, password: { secret: 'BMC' }, ...settings };
  return openPower({ method: 'redfish', settings: all }, machine, tools, {});
}

/** What was changed, without logging in and out. */
function changed(): { request: string; body: unknown }[] {
  return controller
    .changes()
    .filter(({ request }) => !session.includes(request))
    .map(({ request, body }) => ({ request, body }));
}

describe('a controller', () => {
  test('boots the network once, and starts what is off and restarts what is on', async () => {
    const control = await power();
    expect(await control.probe()).toEqual({ usable: true, detail: 'Example Blade 3, power off' });
    expect(await control.bootNetworkOnce()).toEqual({ by: 'once', detail: 'the controller took Pxe, once' });
    await control.cycle();
    expect(await control.state()).toBe('on');
    await control.cycle();
    expect(changed()).toEqual([
      { request: `PATCH ${system}`, body: override },
      { request: `POST ${actions}`, body: { ResetType: 'On' } },
      { request: `POST ${actions}`, body: { ResetType: 'ForceRestart' } },
    ]);
  });

  test('is logged out of each time, also after a failure', async () => {
    const control = await power({ always: [['PATCH', { status: 500 }]] });
    await control.probe();
    await failure(control.bootNetworkOnce());
    const logins = controller.changes().filter(({ request }) => session.includes(request));
    expect(logins.map(({ request }) => request)).toEqual([...session, ...session]);
    expect(logins[1]?.headers['x-auth-token']).toBe(token);
  });

  test('without sessions gets Basic, unless a session is asked for', async () => {
    const control = await power({ sessions: false });
    await control.bootNetworkOnce();
    expect(controller.changes()[0]?.headers.authorization).toMatch(/^Basic /);
    const { message, next } = await failure(connect({ authentication: 'session' }).bootNetworkOnce());
    expect(message).toContain('has no sessions');
    expect(next).toContain('authentication: basic');
  });

  test('that shows its root to nobody is logged in to all the same', async () => {
    const control = await power({ once: [['GET /redfish/v1/', { status: 401 }]] });
    expect((await control.probe()).usable).toBe(true);
  });

  test('may be asked by Basic, or as nobody', async () => {
    const control = await power({}, { authentication: 'basic' });
    await control.bootNetworkOnce();
    expect(controller.changes().map(({ request }) => request)).toEqual([`PATCH ${system}`]);
    const nobody = await failure(connect({ authentication: 'none' }).state());
    expect(nobody.message).toContain('status 401');
    expect(nobody.next).toContain('Check the user and the password');
  });

  test('of several systems has to be told which, by identifier or name', async () => {
    const control = await power({ systems: ['1', '2'] });
    const { message, next } = await failure(control.state());
    expect(message).toContain('has 2 systems (it has 1, 2)');
    expect(next).toContain('`system`');
    expect(await connect({ system: '2' }).state()).toBe('off');
    expect(await connect({ system: 'System 2' }).state()).toBe('off');
    expect((await failure(connect({ system: '3' }).state())).message).toContain('has no system 3');
  });

  test('that keeps tags gets the tag; one that changed is read again', async () => {
    const control = await power({ etag: '"17"', once: [['PATCH', { status: 412 }]] });
    await control.bootNetworkOnce();
    const tags = controller.changes().filter(({ request }) => request.startsWith('PATCH'));
    expect(tags.map(({ headers }) => headers['if-match'])).toEqual(['"17"', '"17"']);
  });

  test('that wants a tag and shows none gets any', async () => {
    const control = await power({ once: [['PATCH', { status: 428 }]] });
    await control.bootNetworkOnce();
    const tags = controller.changes().filter(({ request }) => request.startsWith('PATCH'));
    expect(tags.map(({ headers }) => headers['if-match'])).toEqual([undefined, '*']);
  });

  test('that does not let the mode be set is told without it', async () => {
    const control = await power({ once: [['PATCH', { status: 400 }]] });
    await control.bootNetworkOnce();
    const { BootSourceOverrideMode: _, ...without } = override.Boot;
    expect(changed().at(-1)).toEqual({ request: `PATCH ${system}`, body: { Boot: without } });
  });

  test('that is busy is asked again when it says', async () => {
    const busy = (after?: string) => ({
      status: 503,
      headers: {
        ...(after === undefined ? {} : { 'retry-after': after }),
        date: 'Wed, 21 Oct 2026 07:28:00 GMT',
      },
    });
    const after = ['7', 'Wed, 21 Oct 2026 07:28:03 GMT', '86400', undefined];
    const control = await power({ once: after.map((each) => ['PATCH', busy(each)]) });
    await control.bootNetworkOnce();
    expect(tools.waited).toEqual([7_000, 3_000, 60_000, 5_000]);
    expect(changed()).toHaveLength(5);
  });

  test('that is busy for ever is given up', async () => {
    const control = await power({ always: [['PATCH', { status: 503 }]] });
    expect((await failure(control.bootNetworkOnce())).message).toContain('status 503');
    expect(tools.waited).toHaveLength(5);
  });

  test('is quoted where it says why it refuses', async () => {
    const info = [{ Message: 'The action\n is not \u001b[31mallowed.' }, { Message: 'Ask later.' }];
    const control = await power({
      always: [
        ['POST /redfish/v1/Systems', { status: 409, body: { error: { '@Message.ExtendedInfo': info } } }],
      ],
    });
    expect((await failure(control.cycle())).message).toBe(
      `${controller.origin} refuses POST ${actions}: The action is not [31mallowed. Ask later. (status 409)`,
    );
  });

  test('that says the password aloud is not quoted with it', async () => {
    const body = { error: { message: `bad login ${login.password}, ${login.user}` } };
    const control = await power({ always: [[`POST ${sessions}`, { status: 400, body }]] });
    const { message } = await failure(control.cycle());
    expect(message).toContain('bad login ***, admin');
    expect((await control.probe()).detail).not.toContain(login.password);
  });

  test('that sends us elsewhere is not followed', async () => {
    const away = { body: { Systems: { '@odata.id': 'http://192.0.2.7/redfish/v1/Systems' } } };
    const control = await power({ sessions: false, always: [['GET /redfish/v1/', away]] });
    const { kind, message } = await failure(control.state());
    expect(kind).toBe('refused');
    expect(message).toContain('which is somewhere else');
  });

  test('that is none is found out', async () => {
    const control = await power({ always: [['GET', { body: '<html>' }]] });
    expect(await control.probe()).toEqual({
      usable: false,
      detail: expect.stringContaining('is no Redfish'),
    });
  });

  test('may leave the boot device to the firmware', async () => {
    const control = await power({}, { networkBoot: 'firmware' });
    expect(await control.bootNetworkOnce()).toMatchObject({ by: 'firmware' });
    expect(controller.received).toEqual([]);
  });

  test('is told another target where one is chosen, if it has that', async () => {
    const control = await power({}, { bootTarget: 'UefiHttp' });
    await control.bootNetworkOnce();
    expect(changed()[0]?.body).toMatchObject({ Boot: { BootSourceOverrideTarget: 'UefiHttp' } });
    await controller.close();
    const boot = { 'BootSourceOverrideTarget@Redfish.AllowableValues': ['Hdd', 'Cd'] };
    const other = await power({ system: { Boot: boot } });
    expect((await failure(other.bootNetworkOnce())).message).toContain(
      'cannot boot from Pxe (it can from Hdd, Cd)',
    );
    expect(changed()).toEqual([]);
  });

  test('that does not show what it took is quoted', async () => {
    const boot = { BootSourceOverrideEnabled: 'Continuous', BootSourceOverrideTarget: 'Pxe' };
    const control = await power({ system: { Boot: boot } });
    expect((await control.bootNetworkOnce()).detail).toBe(
      'the controller took Pxe, once; it shows Continuous, Pxe',
    );
    expect(changed()[0]?.body).toEqual({
      Boot: { BootSourceOverrideEnabled: 'Once', BootSourceOverrideTarget: 'Pxe' },
    });
  });
});

describe('a restart', () => {
  const on = (types: readonly string[] | undefined): Oddities => ({
    system: {
      PowerState: 'On',
      Actions: {
        '#ComputerSystem.Reset': {
          target: actions,
          ...(types === undefined ? {} : { 'ResetType@Redfish.AllowableValues': types }),
        },
      },
    },
  });

  test.each<[string, readonly string[] | undefined, object, string[]]>([
    ['is by force', ['GracefulRestart', 'ForceRestart'], {}, ['ForceRestart']],
    [
      'is gentle where that is wanted',
      ['GracefulRestart', 'ForceRestart'],
      { reset: 'graceful' },
      ['GracefulRestart'],
    ],
    ['takes the power away', ['PowerCycle', 'On', 'ForceOff'], {}, ['PowerCycle']],
    ['is by force where nobody tells what can be done', undefined, {}, ['ForceRestart']],
    ['is gentle where there is nothing else', ['GracefulRestart', 'On'], {}, ['GracefulRestart']],
  ])('%s', async (_name, types, settings, expected) => {
    const control = await power(on(types), settings);
    await control.cycle();
    expect(changed().map(({ body }) => body)).toEqual(expected.map((ResetType) => ({ ResetType })));
  });

  test('may be off and on again, once it is off', async () => {
    const types = {
      '#ComputerSystem.Reset': { target: actions, 'ResetType@Redfish.AllowableValues': ['On', 'ForceOff'] },
    };
    const control = await power({ system: { Actions: types } });
    await control.cycle();
    await control.cycle();
    expect(changed().map(({ body }) => body)).toEqual([
      { ResetType: 'On' },
      { ResetType: 'ForceOff' },
      { ResetType: 'On' },
    ]);
  });

  test('that never goes off is given up', async () => {
    const control = await power(on(['On', 'ForceOff']));
    expect((await failure(control.cycle())).message).toContain('the machine does not go off');
    expect(changed()).toHaveLength(1);
  });

  test('is looked up where the controller describes it elsewhere', async () => {
    const info = '/redfish/v1/Systems/1/ResetActionInfo';
    const control = await power({
      system: {
        PowerState: 'On',
        Actions: { '#ComputerSystem.Reset': { target: actions, '@Redfish.ActionInfo': info } },
      },
      always: [
        [`GET ${info}`, { body: { Parameters: [{ Name: 'ResetType', AllowableValues: ['PowerCycle'] }] } }],
      ],
    });
    await control.cycle();
    expect(changed().map(({ body }) => body)).toEqual([{ ResetType: 'PowerCycle' }]);
  });

  test('that no controller can do is said', async () => {
    const control = await power(on(['Nmi']));
    const { message, next } = await failure(control.cycle());
    expect(message).toContain('can do none of what starts it');
    expect(next).toContain('It can do: Nmi.');
  });
});

test('a password goes to nobody but the one whose certificate is pinned', async (context) => {
  const certificate = makeCertificate(context, 'DNS:bmc');
  controller = await startController({}, certificate);
  expect((await connect({ certificateSha256: certificate.sha256 }).probe()).usable).toBe(true);
  const before = controller.received.length;
  const stranger = connect({ certificateSha256: 'a'.repeat(64) });
  expect((await failure(stranger.cycle())).kind).toBe('refused');
  expect(controller.received).toHaveLength(before);
});
