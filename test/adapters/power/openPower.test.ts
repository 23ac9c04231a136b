import { describe, expect, test } from 'vitest';
import { powers } from '../../../src/adapters/power/openPower.ts';
import { failure, machine, testTools } from './tools.ts';

describe('a person', () => {
  test('is told what to do, and nobody waits for it', async () => {
    const tools = testTools({});
    const control = powers({}).open(
      { method: 'manual', settings: { message: 'Press the button' } },
      machine,
      tools,
    );
    expect(await control.probe()).toEqual({ usable: true, detail: 'asks a person: Press the button' });
    expect(await control.bootNetworkOnce()).toEqual({ by: 'person', detail: 'Press the button' });
    expect(tools.told).toEqual([]);
    await control.cycle();
    expect(tools.told).toEqual(['node1.example.org: Press the button']);
    expect(await control.state()).toBe('unknown');
  });

  test('is told something that helps where the inventory has nothing', async () => {
    const tools = testTools({});
    await powers({}).open({ method: 'manual', settings: {} }, machine, tools).cycle();
    expect(tools.told.join()).toMatch(/Restart node1\.example\.org.*boot from the network/);
  });
});

test('Intel AMT is not available, and says so', async () => {
  const control = powers({}).open({ method: 'amt', settings: {} }, machine, testTools({}));
  expect(await control.probe()).toEqual({
    usable: false,
    detail: 'Intel AMT is not available in this version',
  });
  expect((await failure(control.bootNetworkOnce())).message).toContain('not available');
  expect((await failure(control.cycle())).next).toContain('`command`');
});

test('a secret that has no value is a reason not to be usable', async () => {
  const settings = { url: 'http://127.0.0.1:1', user: 'a', password: { secret: 'BMC' } };
  const control = powers({}).open({ method: 'redfish', settings }, machine, testTools({}));
  expect(await control.probe()).toEqual({ usable: false, detail: 'no value for BMC' });
});
