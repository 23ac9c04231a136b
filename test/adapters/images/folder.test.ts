import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imageFolder, localFile } from '../../../src/adapters/images/folder.ts';
import { Failure } from '../../../src/shared/failure.ts';

const set = 'images/coreos/44.20260707.3.1/x86_64';
const content = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => index % 251));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilotlight-images-'));
  await mkdir(join(folder, set, 'folder'), { recursive: true });
  await mkdir(join(folder, 'k3s/v1.35.2+k3s1'), { recursive: true });
  await writeFile(join(folder, set, 'rootfs.img'), content);
  await writeFile(join(folder, 'k3s/v1.35.2+k3s1/k3s'), '');
  await writeFile(join(folder, 'outside'), 'x');
  await symlink(join(folder, set, 'rootfs.img'), join(folder, set, 'linked.img'));
});

afterAll(() => rm(folder, { recursive: true }));

async function read(path: string, offset: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await imageFolder(folder).find(path))?.read(offset) ?? []) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('a folder of images', () => {
  test.each([0, 1, 1_048_576, 2_999_999, 3_000_000])(
    'gives the bytes of a file from %i on',
    async (offset) => {
      expect((await read(`${set}/rootfs.img`, offset)).equals(content.subarray(offset))).toBe(true);
    },
  );

  test('any file of this machine can be had by its path', async () => {
    expect((await localFile(join(folder, 'outside')))?.size).toBe(1);
    expect(await localFile(join(folder, 'nothing'))).toBeUndefined();
    expect(await localFile(folder)).toBeUndefined();
  });

  test('tells the size of a file', async () => {
    expect((await imageFolder(folder).find(`${set}/rootfs.img`))?.size).toBe(3_000_000);
    expect((await imageFolder(folder).find('k3s/v1.35.2+k3s1/k3s'))?.size).toBe(0);
  });

  test('follows links, which a person made', async () => {
    expect((await imageFolder(folder).find(`${set}/linked.img`))?.size).toBe(3_000_000);
  });

  test.each([
    `${set}/none`,
    `${set}/folder`,
    set,
    `${set}/rootfs.img/more`,
    'outside',
    '../outside',
    `${set}/../../../../outside`,
    '',
  ])('has no image %j', async (path) => expect(await imageFolder(folder).find(path)).toBeUndefined());

  test('says in words what cannot be read', async () => {
    const gone = await imageFolder(folder).find(`${set}/linked.img`);
    await rm(join(folder, set, 'linked.img'));
    const reading = (async () => {
      for await (const _ of gone?.read(0) ?? []);
    })();
    await expect(reading).rejects.toThrow(Failure);
    await expect(reading).rejects.toThrow(/no such file/);
  });
});
