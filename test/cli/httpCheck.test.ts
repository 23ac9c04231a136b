import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { edit, pilotlight } from './pilotlight.ts';
import { change, current, json, useStorage } from './storage.ts';

useStorage();

describe('the HTTP check', () => {
  let server: Server;
  let serving: (path: string) => Buffer | undefined;
  beforeEach(async () => {
    serving = (path) => (existsSync(join('storage', path)) ? readFileSync(join('storage', path)) : undefined);
    server = createServer((request, response) => {
      const bytes = serving(request.url ?? '');
      response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    edit(
      'inventory/site.yaml',
      'address: 192.168.26.1',
      `address: 192.168.26.1\n  target: directory\n  storage: ${process.cwd()}/storage\n  url: http://127.0.0.1:${port}/pilotlight`,
    );
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  test('sees the release and the switch served', async () => {
    const { code, stderr } = await pilotlight(['deploy']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const status = await pilotlight(['status', '--no-compare']);
    expect(status.code).toBe(0);
    expect(status.stdout).toMatch(/✓ http:\/\/127\.0\.0\.1:\d+\/pilotlight serves the current release\n/);
    serving = () => undefined;
    const gone = await pilotlight(['status', '--no-compare', '--format', 'json']);
    expect(gone.code).toBe(1);
    expect(json(gone.stdout).health.problems[0].message).toMatch(/manifest\.json is not served: HTTP 404$/);
    expect((await pilotlight(['status', '--no-compare', '--skip-http-check'])).code).toBe(0);
  });

  test('keeps machines on the old release where the new one is not served', async () => {
    await pilotlight(['deploy']);
    const before = current();
    change('250');
    serving = () => Buffer.from('something else');
    const { code, stderr } = await pilotlight(['deploy']);
    expect(code).toBe(3);
    expect(stderr).toContain('nothing was switched');
    expect(current()).toBe(before);
    expect((await pilotlight(['deploy', '--skip-http-check'])).code).toBe(0);
    expect(current()).not.toBe(before);
  });
});
