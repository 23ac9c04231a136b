import { describe, expect, test } from 'vitest';
import { codes, lintConfig, lintUnits, service } from '../../support.ts';

const good = service('/usr/bin/true');
const lint = (contents: string) => lintUnits({ 'a.service': contents });

test('an ordinary service has no findings', () => {
  expect(lint(good)).toEqual([]);
});

describe('PL3220, syntax', () => {
  test.each([
    `Description=x\n${good}`,
    good.replace('Type=oneshot', 'Type=oneshot\nremain'),
    `${good}[Install\n`,
  ])('%j', (contents) => {
    expect(codes(lint(contents))).toEqual(['PL3220']);
  });

  test.each([
    good.replace('Type=', '# comment = [x]\n; another\n\nType='),
    good.replace(
      'ExecStart=/usr/bin/true',
      'ExecStart=/usr/bin/true \\\n  # in between\n  and more \\\n  words',
    ),
    good.replaceAll('\n', '\r\n'),
    good.replace('Type=oneshot', '  Type = oneshot'),
  ])('not %j', (contents) => {
    expect(lint(contents)).toEqual([]);
  });
});

describe('PL3221, names that systemd does not know', () => {
  test.each([
    ['Type=oneshot', 'Typ=oneshot\nType=oneshot', 'did you mean Type?'],
    ['Type=oneshot', 'After=network.target\nType=oneshot', 'After= belongs in [Unit]'],
    ['[Service]', '[Servce]\n[Service]', 'did you mean Service?'],
  ])('%s → %j', (from, to, hint) => {
    const findings = lint(good.replace(from, to));
    expect(codes(findings)).toEqual(['PL3221']);
    expect(findings[0]?.hint).toBe(hint);
  });

  test('not X- keys and sections, nor keys that are newer than most machines', () => {
    const contents = good.replace(
      'Type=oneshot',
      'Type=oneshot\nX-Mine=1\nRestartSteps=3\nMemoryZSwapMax=1G',
    );
    expect(lint(`${contents}[X-Mine]\nA=1\n`)).toEqual([]);
  });
});

describe('PL3222, keys given twice', () => {
  test('in one file', () => {
    expect(codes(lint(good.replace('Type=oneshot', 'Type=oneshot\nType=oneshot')))).toEqual(['PL3222']);
  });

  test('not keys that take many values, nor in a drop-in', () => {
    expect(lint(good.replace('Type=', 'Environment=A=1\nEnvironment=B=2\nType='))).toEqual([]);
    const dropins = [{ name: '10-type.conf', contents: '[Service]\nType=oneshot\n' }];
    expect(
      lintConfig({ systemd: { units: [{ name: 'a.service', enabled: true, contents: good, dropins }] } }),
    ).toEqual([]);
  });
});

describe('PL3223, values that systemd does not take', () => {
  test.each(['Type=one-shot', 'Restart=sometimes', 'RemainAfterExit=maybe', 'KillMode=all'])('%s', (line) => {
    const contents = good.replace('Type=oneshot', line).replace('ExecStart', 'TimeoutStartSec=5\nExecStart');
    expect(codes(lint(contents))).toEqual(['PL3223']);
  });

  test.each(['Type=notify-reload', 'Restart=on-failure', 'RemainAfterExit=true', 'KillMode=mixed'])(
    'not %s',
    (line) => {
      expect(lint(good.replace('Type=oneshot', line))).toEqual([]);
    },
  );
});

describe('PL3224, a one-shot that restarts', () => {
  test.each(['always', 'on-success'])('Restart=%s', (restart) => {
    expect(codes(lint(good.replace('Type=oneshot', `Type=oneshot\nRestart=${restart}`)))).toEqual(['PL3224']);
  });

  test('not on failure, nor other types', () => {
    expect(lint(good.replace('Type=oneshot', 'Type=oneshot\nRestart=on-failure'))).toEqual([]);
    expect(lint(good.replace('Type=oneshot', 'Type=simple\nRestart=always'))).toEqual([]);
  });
});

describe('PL3225, the number of commands', () => {
  test('none, or several without Type=oneshot', () => {
    expect(codes(lint(good.replace(/ExecStart=.*\n/, '')))).toEqual(['PL3225']);
    const two = good.replace('ExecStart=', 'ExecStart=/usr/bin/false\nExecStart=');
    expect(codes(lint(two.replace('Type=oneshot\n', '')))).toEqual(['PL3225']);
  });

  test('not several of a one-shot, one that resets the list, or ExecStop= alone', () => {
    const two = good.replace('ExecStart=', 'ExecStart=/usr/bin/false\nExecStart=');
    expect(lint(two)).toEqual([]);
    expect(lint(two.replace('Type=oneshot\n', '').replace('false\n', 'false\nExecStart=\n'))).toEqual([]);
    expect(lint(good.replace('ExecStart', 'ExecStop'))).toEqual([]);
  });
});

describe('PL3226, programs', () => {
  test.each(['bin/tool', './tool', '/usr/bin/echo x > /tmp/y', '/usr/bin/echo a && /usr/bin/echo b'])(
    '%s',
    (command) => {
      expect(codes(lint(service(command)))).toContain('PL3226');
    },
  );

  test.each(['-/usr/bin/false', '@/usr/bin/true name', '!!/usr/bin/true', 'true', "/bin/sh -c 'a > b && c'"])(
    'not %s',
    (command) => {
      expect(lint(service(command))).toEqual([]);
    },
  );
});

describe('PL3235, names of drop-ins', () => {
  const lintDropin = (name: string) =>
    codes(
      lintConfig({
        systemd: { units: [{ name: 'sshd.service', dropins: [{ name, contents: '[Service]\n' }] }] },
      }),
    );

  test('only *.conf is read', () => {
    expect(lintDropin('10-a.service')).toEqual(['PL3235']);
    expect(lintDropin('10-a.conf')).toEqual([]);
  });
});
