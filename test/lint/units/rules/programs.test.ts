import { describe, expect, test } from 'vitest';
import { codes, lintUnits, service } from '../../support.ts';

const script = (path: string, more: Record<string, unknown> = {}) => ({
  storage: { files: [{ path, mode: 0o755, contents: { inline: '#!/bin/bash\ntrue\n' }, ...more }] },
});
const run = (command: string, more: Record<string, unknown> = {}) =>
  codes(lintUnits({ 'a.service': service(command) }, more));

describe('PL3240, programs that nothing brings', () => {
  test.each(['/usr/local/bin/tool', '/opt/x/tool', '/etc/tool'])('%s', (path) => {
    expect(run(path)).toEqual(['PL3240']);
  });

  test('the hint names the nearest file', () => {
    const findings = lintUnits({ 'a.service': service('/usr/local/bin/tol') }, script('/usr/local/bin/tool'));
    expect(findings[0]?.hint).toBe('did you mean /usr/local/bin/tool?');
  });

  test('not what the configuration or the image has', () => {
    expect(run('/usr/local/bin/tool', script('/usr/local/bin/tool'))).toEqual([]);
    expect(run('/usr/local/bin/tool', script('/var/usrlocal/bin/tool'))).toEqual([]);
    expect(run('/usr/bin/podman ps')).toEqual([]);
    expect(run('/usr/local/bin/k3s server')).toEqual([]);
  });

  test('not what another command, a script or a link makes', () => {
    const fetched = service(
      '/usr/local/bin/tool',
      'After=network-online.target\nWants=network-online.target',
    ).replace('ExecStart=', 'ExecStartPre=/usr/bin/curl -o /usr/local/bin/tool http://x/\nExecStart=');
    expect(lintUnits({ 'a.service': fetched })).toEqual([]);
    const maker = script('/usr/local/bin/make', {
      contents: { inline: '#!/bin/bash\ncp x /usr/local/bin/tool\n' },
    });
    expect(run('/usr/local/bin/tool', maker)).toEqual([]);
    expect(
      run('/usr/local/bin/tool', {
        storage: { links: [{ path: '/usr/local/bin/tool', target: '/usr/bin/true' }] },
      }),
    ).toEqual([]);
  });
});

describe('PL3241, programs that are not executable', () => {
  test('the default mode', () => {
    expect(run('/usr/local/bin/tool', script('/usr/local/bin/tool', { mode: undefined }))).toEqual([
      'PL3241',
    ]);
  });

  test('not when a shell reads it', () => {
    expect(run('/bin/bash /usr/local/bin/tool', script('/usr/local/bin/tool', { mode: undefined }))).toEqual(
      [],
    );
  });
});

describe('PL3254, no interpreter line', () => {
  const text = (inline: string) => script('/usr/local/bin/tool', { contents: { inline } });

  test.each(['true\n', '\n#!/bin/bash\n', '\uFEFF#!/bin/bash\n'])('%j', (inline) => {
    expect(run('/usr/local/bin/tool', text(inline))).toEqual(['PL3254']);
  });

  test('not a binary, nor what a shell reads', () => {
    const binary = { contents: { source: 'data:;base64,f0VMRgIBAQAAAA==' } };
    expect(run('/usr/local/bin/tool', script('/usr/local/bin/tool', binary))).toEqual([]);
    expect(run('/bin/sh /usr/local/bin/tool', text('true\n'))).toEqual([]);
  });
});

describe('PL3242 and PL3243, SELinux labels', () => {
  const path = '/var/lib/tool/run';

  test.each(['/var/lib/tool/run', '/home/core/run', '/var/home/core/run', '/root/run', '/srv/run'])(
    '%s',
    (each) => {
      expect(run(each, script(each))).toEqual(['PL3242']);
    },
  );

  test.each(['/usr/local/bin/run', '/opt/tool/run', '/var/opt/tool/run', '/etc/tool/run'])(
    'not %s',
    (each) => {
      expect(run(each, script(each))).toEqual([]);
    },
  );

  test('not through a shell', () => {
    expect(run(`/bin/sh ${path}`, script(path))).toEqual([]);
  });

  test('not after chcon in the same unit', () => {
    const contents = service(path).replace(
      'ExecStart=',
      `ExecStartPre=/usr/bin/chcon -t bin_t ${path}\nExecStart=`,
    );
    expect(lintUnits({ 'a.service': contents }, script(path))).toEqual([]);
  });

  test('restorecon gives it the default label again, so it does not help', () => {
    const contents = service(path).replace(
      'ExecStart=',
      `ExecStartPre=/usr/sbin/restorecon ${path}\nExecStart=`,
    );
    expect(codes(lintUnits({ 'a.service': contents }, script(path)))).toEqual(['PL3242']);
  });

  test('a unit that labels must come before', () => {
    const label = service(`/usr/bin/chcon -R -t bin_t /var/lib/tool`);
    const lint = (more: string) =>
      codes(lintUnits({ 'a.service': service(path, more), 'label.service': label }, script(path)));
    expect(lint('')).toEqual(['PL3243']);
    expect(lint('Before=label.service')).toEqual(['PL3243']);
    expect(lint('After=label.service')).toEqual([]);
  });
});

describe('PL3233 and PL3234, the network', () => {
  const waits = 'Wants=network-online.target\nAfter=network-online.target';
  const fetch = '/usr/bin/curl -f http://192.168.26.1/x';
  const fetcher = script('/usr/local/bin/tool', {
    contents: { inline: '#!/bin/bash\nif curl -f x; then :; fi\n' },
  });

  test('a command, a shell line or a script that fetches', () => {
    expect(run(fetch)).toEqual(['PL3233']);
    expect(run(`/bin/sh -c '${fetch}'`)).toEqual(['PL3233']);
    expect(run('/usr/local/bin/tool', fetcher)).toEqual(['PL3233']);
  });

  test('not after the network, itself or through another unit', () => {
    expect(lintUnits({ 'a.service': service(fetch, waits) })).toEqual([]);
    const units = {
      'a.service': service(fetch, 'After=b.service'),
      'b.service': service('/usr/bin/true', waits),
    };
    expect(lintUnits(units)).toEqual([]);
  });

  test('not a comment, the node itself, or what a timer starts', () => {
    const commented = script('/usr/local/bin/tool', { contents: { inline: '#!/bin/bash\n# curl -f x\n' } });
    expect(run('/usr/local/bin/tool', commented)).toEqual([]);
    expect(run('/usr/bin/curl -f http://127.0.0.1:10248/healthz')).toEqual([]);
    expect(lintUnits({ 'a.service': service(fetch).replace(/\[Install\][\s\S]*/, '') })).toEqual([]);
  });

  test('the target that nobody starts', () => {
    expect(codes(lintUnits({ 'a.service': service(fetch, 'After=network-online.target') }))).toEqual([
      'PL3234',
    ]);
  });
});
