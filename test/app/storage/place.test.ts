import { describe, expect, test } from 'vitest';
import { storagePlace } from '../../../src/app/storage/place.ts';
import type { Router } from '../../../src/inventory/model/site.ts';

const router: Router = {
  address: '192.168.26.1',
  url: 'http://192.168.26.1/pilotlight',
  gate: 'cgi',
  target: 'openwrt',
  storage: '/mnt/usb',
  keepReleases: 5,
  ssh: { port: 2222, user: 'root', hostKeys: ['SHA256:x'] },
};
const http = { get: () => Promise.reject(new Error('nothing is asked for')) };
const place = (changes: Partial<Router>, options = {}) =>
  storagePlace({ ...router, ...changes }, options, http);

describe('where a storage is', () => {
  test('an OpenWrt router has it at a mount point, behind SSH', () => {
    expect(place({})).toEqual({
      target: {
        kind: 'shell',
        destination: { host: '192.168.26.1', port: 2222, user: 'root', hostKeys: ['SHA256:x'] },
        storage: '/mnt/usb',
        mount: 'required',
      },
      settings: {
        mount: 'required',
        storage: '/mnt/usb',
        keepReleases: 5,
        reserveBytes: 64 * 1024 * 1024,
        lock: { graceSeconds: 30, staleSeconds: 900, waitSeconds: 0 },
      },
      check: { http, url: 'http://192.168.26.1/pilotlight' },
    });
  });

  test('a host with a POSIX shell has it in any folder, and may be reached through another', () => {
    const jump = { host: 'gate', port: 22, user: 'me', hostKeys: ['SHA256:y'] };
    const { target, settings } = place({ target: 'posix', ssh: { ...router.ssh, jump } });
    expect(target).toMatchObject({ kind: 'shell', mount: 'any', destination: { jump } });
    expect(settings.mount).toBe('any');
  });

  test('this machine has it in a folder, and the router serves it', () => {
    const { target, check } = place({ target: 'directory', storage: '/srv' });
    expect(target).toEqual({ kind: 'directory', storage: '/srv' });
    expect(check).toBeDefined();
  });

  test('a folder that was named stands for it, and no router serves that', () => {
    const { target, settings, check } = place({}, { to: '/media/stick' });
    expect(target).toEqual({ kind: 'directory', storage: '/media/stick' });
    expect(settings).toMatchObject({ mount: 'any', storage: '/media/stick' });
    expect(check).toBeUndefined();
  });
});

describe('how it is used', () => {
  test('options go before the inventory and the defaults', () => {
    const { settings, check } = place({}, { keep: 0, lockSeconds: 90, staleSeconds: 10, httpCheck: false });
    expect(settings.keepReleases).toBe(0);
    expect(settings.lock).toEqual({ graceSeconds: 10, staleSeconds: 10, waitSeconds: 90 });
    expect(check).toBeUndefined();
  });
});
