import { lintFile } from '../../src/lint/lint.ts';
import type { Finding } from '../../src/shared/finding.ts';

/** Lints a Butane document given as data. */
export function lintConfig(config: Record<string, unknown>): Finding[] {
  return lintFile('test.bu', JSON.stringify({ variant: 'fcos', version: '1.7.0', ...config }));
}

/** Lints a configuration with one file in it. */
export function lintOneFile(file: Record<string, unknown>): Finding[] {
  return lintConfig({ storage: { files: [file] } });
}

/** Lints a configuration with one user in it. */
export function lintOneUser(user: Record<string, unknown>): Finding[] {
  return lintConfig({ passwd: { users: [user] } });
}

/** Lints a configuration with units, given as `name: contents`, all of them enabled or not as their sections ask. */
export function lintUnits(units: Record<string, string>, more: Record<string, unknown> = {}): Finding[] {
  const list = Object.entries(units).map(([name, contents]) => ({
    name,
    contents,
    ...(contents.includes('[Install]') ? { enabled: true } : {}),
  }));
  return lintConfig({ systemd: { units: list }, ...more });
}

/** A service that runs a command, with more lines for its [Unit] section. */
export function service(command: string, unit = ''): string {
  return `[Unit]\nDescription=test\n${unit}\n[Service]\nType=oneshot\nExecStart=${command}\n[Install]\nWantedBy=multi-user.target\n`;
}

/** The codes of some findings, sorted. */
export function codes(findings: readonly Finding[]): string[] {
  return findings.map((each) => each.code).sort();
}
