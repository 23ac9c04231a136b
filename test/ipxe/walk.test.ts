import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coreosArguments } from '../../src/ipxe/coreosArguments.ts';
import type { WalkOptions } from '../../src/ipxe/walk/outcome.ts';
import { walk } from '../../src/ipxe/walk/walk.ts';
import { scriptText } from './scriptText.ts';

/** Walks from http://r/boot.ipxe over some files; what is not there is 404, and `undefined` is a program. */
function walkFiles(files: Record<string, string | undefined>, options: Partial<WalkOptions> = {}) {
  return walk('http://r/boot.ipxe', {
    fetch: async (url) => {
      const path = url.replace('http://r/', '');
      if (!Object.hasOwn(files, path)) return { status: 404, body: 'not found' };
      const body = files[path];
      return body === undefined ? { status: 200 } : { status: 200, body };
    },
    settings: { 'net0/mac': '52:54:00:AA:bb:01', hostname: 'lenovo1', 'net0.dhcp/ip': '192.168.26.11' },
    ...options,
  });
}

const script = (...lines: string[]) => `#!ipxe\n${lines.join('\n')}\n`;

/** The outcome of one script, and what it echoed. */
async function run(
  lines: string[],
  options: Partial<WalkOptions> = {},
  files: Record<string, string | undefined> = {},
) {
  const { trace, outcome } = await walkFiles({ 'boot.ipxe': script(...lines), ...files }, options);
  return { outcome, echoes: trace.flatMap((event) => (event.kind === 'echo' ? [event.text] : [])) };
}

const labKernel =
  'kernel http://192.168.26.1/pxe/fcos/kernel initrd=initramfs.img coreos.live.rootfs_url=http://192.168.26.1/pxe/fcos/rootfs.img coreos.liveiso=1 rd.neednet=1 ip=dhcp console=tty0 console=ttyS0,115200n8 ipv6.disable=1';
const labInitrd = 'initrd http://192.168.26.1/pxe/fcos/initramfs.img';

describe('booting', () => {
  test.each(['old', 'new'] as const)('the lines of the lab boot with %s iPXE', async (ipxe) => {
    const { outcome } = await walk('http://r/x', {
      ipxe,
      fetch: async (url) =>
        url === 'http://r/x' ? { status: 200, body: script(labKernel, labInitrd, 'boot') } : { status: 200 },
    });
    expect(outcome).toEqual({
      kind: 'boots',
      kernel: 'http://192.168.26.1/pxe/fcos/kernel',
      cmdline: labKernel.split(' ').slice(2).join(' '),
      initrds: [{ name: 'initramfs.img', url: 'http://192.168.26.1/pxe/fcos/initramfs.img' }],
    });
    expect(outcome.kind === 'boots' && coreosArguments(outcome.cmdline)).toMatchObject({
      rootfsUrl: 'http://192.168.26.1/pxe/fcos/rootfs.img',
      liveIso: '1',
      initrds: ['initramfs.img'],
    });
  });

  const files = { vmlinuz: undefined, initramfs: undefined };

  test('an initrd is found by its --name', async () => {
    const lines = ['kernel vmlinuz initrd=main quiet', 'initrd --name main initramfs', 'boot'];
    expect((await run(lines, {}, files)).outcome).toEqual({
      kind: 'boots',
      kernel: 'http://r/vmlinuz',
      cmdline: 'initrd=main quiet',
      initrds: [{ name: 'main', url: 'http://r/initramfs' }],
    });
  });

  test('a wrong initrd= fails on old iPXE only, and can be caught', async () => {
    const lines = [
      'kernel vmlinuz initrd=wrong',
      'initrd initramfs',
      'boot || goto bad',
      ':bad',
      'echo caught',
    ];
    expect((await run(lines, {}, files)).echoes).toEqual(['caught']);
    expect((await run(lines, { ipxe: 'new' }, files)).outcome).toMatchObject({ kind: 'boots' });
  });

  test('no initrd= leaves an old kernel without one', async () => {
    const lines = ['kernel vmlinuz', 'initrd initramfs', 'boot'];
    expect((await run(lines, {}, files)).outcome).toMatchObject({ kind: 'failed', place: { line: 4 } });
    expect((await run(lines, { ipxe: 'new' }, files)).outcome).toMatchObject({ kind: 'boots' });
  });

  test('the name of an initrd knows no case, as file names of EFI do not', async () => {
    const lines = ['kernel vmlinuz initrd=MAIN', 'initrd --name main initramfs', 'boot'];
    expect((await run(lines, {}, files)).outcome).toMatchObject({
      kind: 'boots',
      initrds: [{ name: 'main' }],
    });
  });

  test('an initrd= with nothing loaded fails on new iPXE too', async () => {
    const lines = ['kernel vmlinuz initrd=main', 'boot'];
    expect((await run(lines, { ipxe: 'new' }, files)).outcome).toMatchObject({ kind: 'failed' });
  });

  test('a program that is no kernel needs no initrd=', async () => {
    const lines = ['initrd initramfs', 'chain vmlinuz'];
    expect((await run(lines, {}, files)).outcome).toMatchObject({ kind: 'boots', initrds: [] });
  });

  test('imgfree forgets images, and boot without one is a success that does nothing', async () => {
    expect((await run(['kernel vmlinuz', 'imgfree', 'boot', 'echo on'], {}, files)).echoes).toEqual(['on']);
  });

  test('imgargs replaces the arguments; imgfree NAME frees one image', async () => {
    const lines = [
      'kernel vmlinuz a b',
      'imgargs vmlinuz c',
      'initrd initramfs',
      'imgfree initramfs',
      'boot',
    ];
    expect((await run(lines, {}, files)).outcome).toMatchObject({ cmdline: 'c', initrds: [] });
  });

  test('text that is no program cannot be selected', async () => {
    const outcome = await run(['kernel page'], {}, { page: '<html>' });
    expect(outcome.outcome).toMatchObject({ kind: 'failed', place: { url: 'http://r/boot.ipxe', line: 2 } });
  });

  test('sanboot and programs that are chained boot', async () => {
    expect((await run(['sanboot --no-describe --drive 0x80'])).outcome).toEqual({
      kind: 'localDisk',
      how: 'sanboot',
      status: 0,
    });
    expect((await run(['chain tool.efi -x'], {}, { 'tool.efi': 'MZ' })).outcome).toMatchObject({
      kernel: 'http://r/tool.efi',
      cmdline: '-x',
    });
  });

  test('poweroff is missing from an old build', async () => {
    expect((await run(['poweroff'])).outcome).toMatchObject({ kind: 'failed' });
    expect((await run(['poweroff'], { ipxe: 'new' })).outcome).toEqual({ kind: 'stops', how: 'poweroff' });
    expect((await run(['reboot'])).outcome).toEqual({ kind: 'stops', how: 'reboot' });
  });
});

describe('flow', () => {
  test('a failed command aborts its script', async () => {
    expect(await run(['isset', 'echo never'])).toMatchObject({ outcome: { kind: 'failed' }, echoes: [] });
  });

  test.each([
    ['isset ${nothing} || echo b', ['b']],
    ['isset ${hostname} && echo b', ['b']],
    ['isset ${nothing} && echo b || echo c', ['c']],
    ['isset ${nothing} ; echo b', ['b']],
    ['isset ${nothing} ||', []],
    ['|| echo a', []],
    ['&& echo a', ['a']],
    ['isset ${nothing} || goto end ; echo a', []],
  ])('%s', async (line, echoes) => {
    expect(await run([line, ':end', 'echo end'])).toMatchObject({ echoes: [...echoes, 'end'] });
  });

  test('goto takes the first exact label and does not see through settings in labels', async () => {
    expect((await run(['goto b', ':bb', 'echo 1', ':b', 'echo 2', 'exit', ':b', 'echo 3'])).echoes).toEqual([
      '2',
    ]);
  });

  test('a missing label fails the command, which || catches', async () => {
    expect((await run(['goto nowhere || echo caught'])).echoes).toEqual(['caught']);
  });

  test('a script that ends in a continuation fails', async () => {
    const { outcome } = await walkFiles({ 'boot.ipxe': '#!ipxe\necho a\n# end \\' });
    expect(outcome).toMatchObject({ kind: 'failed', place: { line: 3 } });
  });

  test('an old iPXE refuses options that came later', async () => {
    const lines = ['choose --retimeout 5 --timeout 5 x || echo refused'];
    expect((await run(['menu', 'item a', ...lines])).echoes).toEqual(['refused']);
    expect((await run(['menu', 'item a', ...lines], { ipxe: 'new' })).echoes).toEqual([]);
  });

  test('menus take their default, prompts time out, and what waits for a person is a shell', async () => {
    const menu = [
      'menu T',
      'item --gap g',
      'item a A',
      'item b B',
      'choose --timeout 5000 --default b x',
      'echo ${x}',
    ];
    expect((await run(menu)).echoes).toEqual(['b']);
    const flagged = ['menu T', 'item a A', 'item --default b B', 'choose --timeout 5000 x', 'echo ${x}'];
    expect((await run(flagged)).echoes).toEqual(['b']);
    expect((await run(['prompt --timeout 2000 wait || echo went on'])).echoes).toEqual(['went on']);
    expect((await run(['prompt wait'])).outcome).toMatchObject({ kind: 'shell' });
    expect((await run(['menu T', 'item a', 'choose x'])).outcome).toMatchObject({ kind: 'shell' });
    expect((await run(['shell'])).outcome).toMatchObject({ kind: 'shell' });
  });
});

describe('chains', () => {
  const fallback = script('chain sub/node.ipxe || goto local', 'echo back', 'exit', ':local', 'echo local');

  test.each([
    ['exit', ['back']],
    ['exit 0', ['back']],
    ['exit 1', ['local']],
    ['isset', ['local']],
    ['chain missing', ['local']],
    ['echo in', ['in', 'back']],
  ])('a chained script that does %s', async (line, echoes) => {
    const files = { 'boot.ipxe': fallback, 'sub/node.ipxe': script(line) };
    const { trace } = await walkFiles(files);
    expect(trace.flatMap((event) => (event.kind === 'echo' ? [event.text] : []))).toEqual(echoes);
  });

  test('a 404 falls to ||', async () => {
    const { trace } = await walkFiles({ 'boot.ipxe': fallback });
    expect(trace).toContainEqual({
      kind: 'fetch',
      url: 'http://r/sub/node.ipxe',
      status: 404,
      place: { url: 'http://r/boot.ipxe', line: 2 },
    });
    expect(trace.at(-1)).toMatchObject({ kind: 'echo', text: 'local' });
  });

  test('relative URIs resolve against the running script, again after it returns', async () => {
    const { trace } = await walkFiles({
      'boot.ipxe': script('chain a/one.ipxe', 'chain ./two.ipxe'),
      'a/one.ipxe': script('chain two.ipxe'),
      'a/two.ipxe': script('echo a-two'),
      'two.ipxe': script('echo two'),
    });
    expect(trace.flatMap((event) => (event.kind === 'echo' ? [event.text] : []))).toEqual(['a-two', 'two']);
  });

  test('a script that ran stays registered, so that its name finds it without a fetch', async () => {
    const files = {
      'boot.ipxe': script('chain a/two.ipxe', 'chain two.ipxe'),
      'a/two.ipxe': script('echo in a'),
    };
    const { trace } = await walkFiles(files);
    expect(trace.filter(({ kind }) => kind === 'fetch')).toHaveLength(2);
    expect(trace.filter(({ kind }) => kind === 'echo')).toHaveLength(2);
  });

  test('--replace does not come back', async () => {
    const { trace } = await walkFiles({
      'boot.ipxe': script('chain one.ipxe', 'echo parent'),
      'one.ipxe': script('chain --replace two.ipxe', 'echo never'),
      'two.ipxe': script('echo two'),
    });
    expect(trace.flatMap((event) => (event.kind === 'echo' ? [event.text] : []))).toEqual(['two', 'parent']);
  });

  test('what a child failed at is named, with its place', async () => {
    const { outcome } = await walkFiles({
      'boot.ipxe': script('chain one.ipxe'),
      'one.ipxe': script('echo', 'kernel missing'),
    });
    expect(outcome).toEqual({
      kind: 'failed',
      why: 'http://r/missing: HTTP status 404',
      place: { url: 'http://r/one.ipxe', line: 3 },
    });
  });

  test('exit N that nobody catches is a local boot with that status', async () => {
    const { outcome } = await walkFiles({
      'boot.ipxe': script('chain one.ipxe'),
      'one.ipxe': script('exit 1'),
    });
    expect(outcome).toEqual({ kind: 'localDisk', how: 'exit', status: 1 });
  });

  test('a failure is told once, where it happened, and errno keeps it', async () => {
    const { trace } = await walkFiles({
      'boot.ipxe': script(
        'chain one.ipxe ||',
        'chain two.ipxe ||',
        'isset ||',
        'chain two.ipxe ||',
        'echo ${errno} ${cwuri}',
      ),
      'one.ipxe': script('kernel missing'),
      'two.ipxe': script('exit 5'),
    });
    // Neither `exit` nor a test that does not hold is a failure: both have events of their own.
    expect(trace.filter(({ kind }) => kind === 'failed')).toMatchObject([
      { text: 'kernel missing', place: { url: 'http://r/one.ipxe', line: 2 } },
    ]);
    expect(trace.at(-1)).toMatchObject({ kind: 'echo', text: '0x5 http://r/boot.ipxe' });
  });

  test('scripts that chain each other are a loop by their depth', async () => {
    expect((await run(['chain boot.ipxe'])).outcome).toMatchObject({
      kind: 'loops',
      why: expect.stringMatching(/64 deep/),
    });
  });

  test.each([
    ['itself', ['chain boot.ipxe']],
    ['itself in place', ['chain --replace boot.ipxe']],
    ['backwards', [':again', 'goto again']],
  ])('%s is a loop', async (_name, lines) => {
    expect((await run(lines)).outcome).toMatchObject({ kind: 'loops' });
  });

  test('an old iPXE has no HTTPS', async () => {
    expect((await run(['chain https://r/a'])).outcome).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/no HTTPS/),
    });
  });
});

describe('settings', () => {
  test.each([
    ['${net0/mac}', '52:54:00:aa:bb:01'],
    ['${net0/mac:hexhyp}', '52-54-00-aa-bb-01'],
    ['${mac:hexraw}', '525400aabb01'],
    ['${netX/mac}', '52:54:00:aa:bb:01'],
    ['${ip}', '192.168.26.11'],
    ['${platform} ${buildarch} ${version}', 'efi x86_64 1.0.0'],
    ['${cwuri}', 'http://r/boot.ipxe'],
    ['${net0/ip}', '192.168.26.11'],
    ['${hostname:uristring}', 'lenovo1'],
    ['${hostname:nonsense}', ''],
    ['${unknown}', ''],
    ['${unknown', '${unknown'],
    ['a${host${unknown}name}b', 'alenovo1b'],
  ])('%s', async (word, value) => {
    expect((await run([`echo ${word}`])).echoes).toEqual([value]);
  });

  test.each([
    ['set x a  b', '${x}', 'a b'],
    ['set x a b&c=d', '${x:uristring}', 'a%20b%26c%3Dd'],
    ['set x:hex 0a:ff', '${x:base64}', 'Cv8='],
    ['set x:int8 -3', '${x}', '-3'],
    ['set x:uint8 250', '${x}', '0xfa'],
    ['set x 5 ; inc x', '${x:int32}', '54'],
    ['inc x 3 ; inc x', '${x}', '4'],
    ['set x y ; set y z', '${${x}}', 'z'],
    ['set x y ; clear x', '${x}', ''],
    ['set x:uuid 00112233-4455-6677-8899-aabbccddeeff', '${x:guid}', '33221100-5544-7766-8899-aabbccddeeff'],
    ['set x:hexraw 0019', '${x:busdevfn}', '0000:00:03.1'],
  ])('%s → %s', async (line, word, value) => {
    expect((await run([line, `echo = ${word}`])).echoes).toEqual([`= ${value}`]);
  });

  test('an expanded value stays one token', async () => {
    expect((await run(['set x a b', 'iseq ${x} ${x} && echo same'])).echoes).toEqual(['same']);
  });

  test('a value that names itself is a loop, not a hang', async () => {
    const { outcome } = await run(['echo ${hostname}'], { settings: { hostname: '${hostname}' } });
    expect(outcome).toMatchObject({ kind: 'loops' });
  });
});

test('walking any text ends, without throwing', async () => {
  await fc.assert(
    fc.asyncProperty(
      scriptText,
      scriptText,
      fc.constantFrom('old' as const, 'new' as const),
      async (a, b, ipxe) => {
        const { outcome } = await walkFiles(
          { 'boot.ipxe': a, 'a.ipxe': b, 'b.ipxe': a, main: undefined },
          { ipxe, stepLimit: 300 },
        );
        expect(outcome.kind).toBeTypeOf('string');
      },
    ),
  );
});
