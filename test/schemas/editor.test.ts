import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LanguageServer } from './languageServer.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const server = new LanguageServer();

beforeAll(() => server.start(root));
afterAll(() => server.stop());

const modeline = '# yaml-language-server: $schema=../../schemas/node.schema.json';

describe('an editor with the YAML language server', () => {
  test.each(['site.yaml', 'nodes/lenovo1.yaml', 'images.lock.yaml'])(
    'finds nothing wrong with the lab’s %s',
    async (file) => {
      const path = `${root}inventory/${file}`;
      expect(await server.open(path, await readFile(path, 'utf8'))).toEqual([]);
    },
  );

  test('underlines an unknown key, a malformed address and a missing key', async () => {
    const text = `${modeline}\naddress: 192.168.26.300\nvlam: 7\n`;
    const diagnostics = await server.open(`${root}inventory/nodes/wrong.yaml`, text);
    const seen = diagnostics.map(({ message, range }) => `${range.start.line}: ${message}`);
    expect(seen).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^1: .*an IPv4 address such as 192\.168\.26\.11, or dhcp/),
        expect.stringMatching(/^2: .*vlam/),
        expect.stringMatching(/macs/),
      ]),
    );
  });

  test('offers the keys of a node, and the values of one', async () => {
    const file = `${root}inventory/nodes/new.yaml`;
    await server.open(file, `${modeline}\nrole: \n\n`);
    const keys = await server.complete(file, 2, 0);
    expect(keys).toEqual(expect.arrayContaining(['macs', 'address', 'installDisk', 'extraDisks']));
    expect(await server.complete(file, 1, 6)).toEqual(expect.arrayContaining(['server', 'agent', 'none']));
  });

  test('offers settings of nodes in the defaults and groups of a site', async () => {
    const file = `${root}inventory/other.yaml`;
    await server.open(
      file,
      '# yaml-language-server: $schema=../schemas/site.schema.json\ndefaults:\n  \ngroups:\n  - set:\n      \n',
    );
    expect(await server.complete(file, 2, 2)).toEqual(
      expect.arrayContaining(['kernelArguments', 'localBoot']),
    );
    expect(await server.complete(file, 5, 6)).toEqual(
      expect.arrayContaining(['kernelArguments', 'localBoot']),
    );
  });

  test('explains a key under the pointer', async () => {
    const file = `${root}inventory/nodes/hover.yaml`;
    await server.open(file, `${modeline}\nlocalBoot: exit\n`);
    expect(await server.hover(file, 1, 2)).toContain('hands over to the local disk');
  });
});
