import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createWorld } from '../../../src/adapters/world.ts';
import { arm } from '../../../src/app/arm/arm.ts';
import type { World } from '../../../src/app/world.ts';
import { armJson, armText } from '../../../src/report/armReport.ts';
import { secretsIn } from '../../../src/shared/secret.ts';
import { edit } from '../../cli/pilotlight.ts';
import type { MemoryGate } from '../../fakes/memoryGate.ts';
import { routerWorld, selection, useDeployedLab } from './lab.ts';

const secret = () => randomBytes(18).toString('base64url');
const values = {
  K3S_TOKEN: `K10${secret()}"\\${secret()}`,
  CONSOLE: `$y$j9T$${secret()}$${secret()}`,
  KEY: `-----BEGIN-----\n${secret()}\n${secret()}\n-----END-----\n`,
};
/** What must be nowhere: each part that nobody can guess. */
const parts = Object.values(values).flatMap((value) => value.match(/[\w-]{24}/g) ?? []);

const lab = useDeployedLab(() => {
  edit(
    'inventory/site.yaml',
    '\nssh:\n',
    '\nusers:\n  - name: core\n    passwordHash: { secret: CONSOLE }\nssh:\n',
  );
  edit('inventory/site.yaml', '\nssh:\n', '\noverlays: [secret.bu]\nssh:\n');
  writeFileSync(
    'inventory/overlays/secret.bu',
    'variant: fcos\nversion: 1.7.0\nstorage:\n  files:\n    - path: /etc/key.pem\n      mode: 0600\n      contents:\n        inline: "{{ secret.KEY }}"\n',
  );
});

/** A text with all parts in it, as a program might print it when it fails. */
const chatter = `${values.K3S_TOKEN} ${JSON.stringify(values.K3S_TOKEN)} ${values.CONSOLE} ${values.KEY} ${encodeURIComponent(values.K3S_TOKEN)}`;

/** All that can be seen of an error, also with PILOTLIGHT_DEBUG. */
function everything(error: unknown): string {
  const { name, message, stack, next, cause } = error as Error & { next?: string };
  return [
    name,
    message,
    stack,
    next,
    cause === undefined ? '' : everything(cause),
    JSON.stringify(error),
  ].join('\n');
}

function expectNothingOf(text: string): void {
  for (const part of parts) expect(text).not.toContain(part);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

describe('no value of a secret', () => {
  beforeAll(() => expect(parts).toHaveLength(6));

  test('is on a disk or in a report, and all are in what the gate gets', async () => {
    const cached = createWorld({
      environment: { PILOTLIGHT_CACHE: join(process.cwd(), 'cache') },
      cache: true,
    });
    const { world, gate } = routerWorld({ ...cached, identity: lab.world.identity }, values);
    const reports = await arm(selection, ['lenovo2'], { seconds: 60 }, world);
    cached.cache.close();
    await cached.translator.close();
    expectNothingOf(reports.map((report) => armText(report, false) + armJson(report)).join(''));
    const paths = filesBelow('.');
    expect(paths.some((path) => path.startsWith('cache'))).toBe(true);
    for (const path of paths) expectNothingOf(readFileSync(path, 'latin1'));
    const ignition = [...gate.armed.values()][0]?.ignition ?? '';
    expect(JSON.parse(ignition).passwd.users[0].passwordHash).toBe(values.CONSOLE);
  });

  const failures: [string, (world: World, gate: MemoryGate) => World][] = [
    [
      'a translator that quotes its input',
      (world) => ({
        ...world,
        translator: {
          ...world.translator,
          version: world.translator.version,
          translateParts: (...all) => world.translator.translateParts(...all),
          encodeContents: (texts) => world.translator.encodeContents(texts),
          validate: (text) => world.translator.validate(text),
          close: () => world.translator.close(),
          translate: async (butane, options) =>
            secretsIn(butane).length > 0
              ? world.translator.translate(butane, options)
              : {
                  entries: [{ severity: 'error', message: chatter, path: ['passwd', 0], line: 1, column: 1 }],
                },
        },
      }),
    ],
    [
      'a translator that breaks',
      (world) => ({
        ...world,
        translator: {
          ...world.translator,
          version: world.translator.version,
          translateParts: (...all) => world.translator.translateParts(...all),
          encodeContents: (texts) => world.translator.encodeContents(texts),
          validate: (text) => world.translator.validate(text),
          close: () => world.translator.close(),
          translate: async (butane, options) => {
            if (secretsIn(butane).length > 0) return world.translator.translate(butane, options);
            throw new TypeError(chatter, { cause: new Error(chatter) });
          },
        },
      }),
    ],
    [
      'a storage that cannot be opened',
      (world) => ({
        ...world,
        storages: {
          open: async () => {
            throw Object.assign(new Error(chatter), { code: 'EIO' });
          },
        },
      }),
    ],
    ...(['open', 'arm'] as const).map((operation): [string, (world: World, gate: MemoryGate) => World] => [
      `a gate that fails at ${operation}`,
      (world, gate) => {
        gate.before = (at) => {
          if (at === operation) throw new Error(chatter);
        };
        return world;
      },
    ]),
  ];
  test.each(failures)('is in what is said of %s', async (_what, broken) => {
    const { world, gate } = routerWorld(lab.world, values);
    const run = arm(selection, ['lenovo2'], { seconds: 60 }, broken(world, gate));
    const error = await run.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Error);
    expect(everything(error)).toContain('***');
    expectNothingOf(everything(error));
  });

  test('is in a refusal that is about it', async () => {
    const wrong = { ...values, CONSOLE: `plain ${secret()}` };
    const { world } = routerWorld(lab.world, wrong);
    const error = await arm(selection, ['lenovo2'], { seconds: 60 }, world).catch(
      (reason: unknown) => reason,
    );
    expect(everything(error)).toContain('the value of CONSOLE, for the password of core, is no hash');
    expect(everything(error)).not.toContain(wrong.CONSOLE.slice(6));
  });
});
