import { describe, expect, test } from 'vitest';
import type { PowerControl, PowerState } from '../../../src/ports/power.ts';
import { ConnectionLost } from '../../../src/ports/remoteShell.ts';
import { firstThatWorks } from '../../../src/reimage/power/firstThatWorks.ts';
import { Failure } from '../../../src/shared/failure.ts';

/** What is wrong with a method: each operation that throws, and what. */
interface Wrong {
  readonly unusable?: boolean;
  readonly bootNetworkOnce?: Error;
  readonly cycle?: Error;
  readonly state?: PowerState;
}

/** Methods by these names, and what they were told, in order. */
function methods(...wrongs: [string, Wrong][]): { control: PowerControl; told: string[] } {
  const told: string[] = [];
  const control = (method: string, wrong: Wrong): PowerControl => {
    const tell = (what: string, error: Error | undefined): void => {
      told.push(`${method} ${what}`);
      if (error !== undefined) throw error;
    };
    return {
      method,
      probe: async () => ({ usable: wrong.unusable !== true, detail: `${method} was asked` }),
      bootNetworkOnce: async () => {
        tell('network', wrong.bootNetworkOnce);
        return { by: 'once', detail: method };
      },
      cycle: async () => tell('cycle', wrong.cycle),
      state: async () => wrong.state ?? 'unknown',
    };
  };
  return {
    control: firstThatWorks(
      'node1',
      wrongs.map(([method, wrong]) => control(method, wrong)),
    ),
    told,
  };
}

const no = new Failure('world', 'it says no');

describe('of several methods', () => {
  test('the first that can be used is', async () => {
    const { control, told } = methods(['ssh', { unusable: true }], ['redfish', {}], ['manual', {}]);
    expect(await control.probe()).toEqual({ usable: true, detail: 'redfish: redfish was asked' });
    expect((await control.bootNetworkOnce()).detail).toBe('redfish');
    await control.cycle();
    expect(told).toEqual(['redfish network', 'redfish cycle']);
    expect(control.method).toBe('ssh, redfish, manual');
  });

  test('the next one takes the place of one that fails, and goes on', async () => {
    const { control, told } = methods(['ssh', { bootNetworkOnce: no }], ['ipmi', {}]);
    await control.bootNetworkOnce();
    await control.cycle();
    expect(told).toEqual(['ssh network', 'ipmi network', 'ipmi cycle']);
  });

  test('one that restarts in the place of another chooses the network first', async () => {
    const lost = new ConnectionLost('the connection broke');
    const { control, told } = methods(['ssh', { cycle: lost }], ['ipmi', {}]);
    await control.bootNetworkOnce();
    await control.cycle();
    expect(told).toEqual(['ssh network', 'ssh cycle', 'ipmi network', 'ipmi cycle']);
  });

  test('a restart that nobody asked the network for does not choose it', async () => {
    const { control, told } = methods(['ssh', { cycle: no }], ['ipmi', {}]);
    await control.cycle();
    expect(told).toEqual(['ssh cycle', 'ipmi cycle']);
  });

  test('a second restart is not from the network', async () => {
    const { control, told } = methods(['ssh', {}], ['ipmi', {}]);
    await control.bootNetworkOnce();
    await control.cycle();
    told.splice(0);
    await control.cycle();
    expect(told).toEqual(['ssh cycle']);
  });

  test('the state is what the first says that knows it', async () => {
    const { control } = methods(['ssh', {}], ['ipmi', { state: 'off' }], ['http', { state: 'on' }]);
    expect(await control.state()).toBe('off');
  });
});

describe('when none works', () => {
  test('all that was tried is told', async () => {
    const { control } = methods(['ssh', { unusable: true }], ['ipmi', { cycle: no }]);
    await expect(control.cycle()).rejects.toThrow(
      'node1 cannot be restarted. Tried in order: ssh: ssh was asked; ipmi: it says no',
    );
    await expect(control.bootNetworkOnce()).resolves.toMatchObject({ detail: 'ipmi' });
  });

  test('there may be none at all', async () => {
    const { control } = methods();
    expect(await control.probe()).toEqual({ usable: false, detail: 'it has no power method' });
    await expect(control.bootNetworkOnce()).rejects.toThrow('it has no power method');
    expect(await control.state()).toBe('unknown');
  });

  test('a mistake of ours is not taken for a method that fails', async () => {
    const { control, told } = methods(['ssh', { cycle: new TypeError('x is undefined') }], ['ipmi', {}]);
    await expect(control.cycle()).rejects.toThrow(TypeError);
    expect(told).toEqual(['ssh cycle']);
  });

  test('nothing more is tried after an abort', async () => {
    const { control, told } = methods(['ssh', { cycle: no }], ['ipmi', {}]);
    const controller = new AbortController();
    controller.abort(new Error('enough'));
    await expect(control.cycle(controller.signal)).rejects.toThrow('enough');
    expect(told).not.toContain('ipmi cycle');
  });
});
