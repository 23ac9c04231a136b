import type { IpxeLintOptions } from '../../../src/lint/ipxe/options.ts';
import type { Code } from '../../../src/shared/catalogue.ts';

/** What fires one code, and what looks like it and does not. */
export interface LintCase {
  readonly code: Code;
  /** Text → where the finding stands: `line:column`, counted with `#!ipxe` as line 1. */
  readonly fires: readonly (readonly [text: string, at: string, options?: Partial<IpxeLintOptions>])[];
  readonly silent: readonly (readonly [text: string, options?: Partial<IpxeLintOptions>])[];
}

const oldOnly: Partial<IpxeLintOptions> = { ipxeVersion: 'old' };
const served: Partial<IpxeLintOptions> = {
  siteUrl: 'http://r/p',
  servedBy: (url) => url.endsWith('/good'),
};
const newOnly: Partial<IpxeLintOptions> = { ipxeVersion: 'new' };

/** Scripts about the language itself. Each text gets `#!ipxe` before it, unless it starts with `!`. */
export const languageCases: readonly LintCase[] = [
  {
    code: 'PL3001',
    fires: [
      ['!', '1:1'],
      ['!echo', '1:1'],
      ['!\ufeff#!ipxe\n', '1:1'],
      ['!#!ipxe', '1:1'],
      ['!\n#!ipxe\n', '1:1'],
    ],
    silent: [['echo'], ['!#!gpxe\n'], ['!#!ipxe\r\n']],
  },
  {
    code: 'PL3002',
    fires: [
      ['ehco hi', '2:1'],
      ['echo a && Chain http://r/x', '2:11'],
      ['echo a\n"echo" b', '3:1'],
    ],
    silent: [['echo ehco'], ['# ehco'], ['${command} x']],
  },
  {
    code: 'PL3003',
    fires: [
      ['chain --autofre http://r/x', '2:7'],
      ['kernel -x http://r/x', '2:8'],
      ['echo -3', '2:6'],
    ],
    silent: [['chain --autofree http://r/x'], ['echo -- -3'], ['kernel http://r/x -x'], ['echo -n hi']],
  },
  {
    code: 'PL3004',
    fires: [
      ['goto', '2:1'],
      ['iseq ${a} b c', '2:13'],
      ['sleep 1 2', '2:9'],
      ['kernel --name x', '2:1'],
    ],
    silent: [['iseq ${a} b'], ['echo'], ['kernel --name x http://r/x a b c']],
  },
  {
    code: 'PL3005',
    fires: [
      ['form', '2:1'],
      ['imgset a b', '2:1', newOnly],
    ],
    silent: [['form', newOnly], ['shim x ||'], ['poweroff', newOnly]],
  },
  {
    code: 'PL3006',
    fires: [
      ['poweroff', '2:1'],
      ['imgverify a b', '2:1', newOnly],
      ['param a b', '2:1', oldOnly],
    ],
    silent: [['poweroff || exit'], ['poweroff ; exit'], ['poweroff', newOnly], ['reboot'], ['form']],
  },
  {
    code: 'PL3007',
    fires: [
      ['reboot --setup', '2:8'],
      ['chain --quiet http://r/x', '2:7', newOnly],
      ['chain -ar http://r/x\ndhcp -t 3', '3:6'],
    ],
    silent: [
      ['reboot --setup', newOnly],
      ['reboot --setup ||'],
      ['chain --replace http://r/x'],
      ['form -n x'],
    ],
  },
  {
    code: 'PL3008',
    fires: [
      ['prompt --timeout 5s hi', '2:8'],
      ['kernel --timeout', '2:8'],
      ['imgfetch --autofree=yes x', '2:10'],
      ['sanboot --drive --keep', '2:9'],
    ],
    silent: [
      ['prompt --timeout 5000 hi'],
      ['prompt --timeout=0x10'],
      ['prompt -t ${t}'],
      ['sanboot -d 0x80 -k'],
    ],
  },
  {
    code: 'PL3009',
    fires: [
      ['goto nowhere', '2:6'],
      [':End\necho || goto end', '3:14'],
      [':a\ngoto :a', '3:6'],
    ],
    silent: [[':a\ngoto a'], ['goto ${target}'], ['goto b\n:b echo']],
  },
  {
    code: 'PL3010',
    fires: [[':a\ngoto a\n:a', '4:1']],
    silent: [[':a\n:A\ngoto a']],
  },
  {
    code: 'PL3011',
    fires: [[':a\nexit', '2:1']],
    silent: [[':a\ngoto a'], [':a\n:b\ngoto ${x}'], ['goto a\n:a\n:a']],
  },
  {
    code: 'PL3012',
    fires: [
      ['exit\necho a\necho b', '3:1'],
      ['goto a\necho x\n:a\necho y', '3:1'],
      ['exit 1 || echo a', '2:11'],
      ['goto a && echo x\n:a', '2:11'],
      ['echo a || echo b', '2:11'],
      ['reboot || exit\necho x', '3:1'],
    ],
    silent: [
      ['isset ${x} && goto a ||\necho x\n:a\necho y'],
      ['chain x || exit\necho a'],
      ['isset ${x} && goto a ||\nexit\n:a echo'],
      ['exit\n# comment\n\n'],
      ['exit ${status} ||\necho on'],
      ['goto ${x}\n:a echo'],
      ['sanboot ||\nexit'],
      ['goto nowhere || echo a'],
      ['goto ${x} || echo a\n:b'],
      ['isset ${x} && echo yes || echo no'],
    ],
  },
  {
    code: 'PL3013',
    fires: [
      ['echo a # b', '2:8'],
      ['kernel http://r/k a=b #c d', '2:23'],
    ],
    silent: [['# a # b'], ['  # b'], [':a # b\ngoto a'], ['echo a#b']],
  },
  {
    code: 'PL3014',
    fires: [
      ['isset ${x}|| goto a', '2:7'],
      ['isset ${x} ||goto a', '2:12'],
      ['exit; echo', '2:1'],
      ['isset ${x}; exit', '2:7'],
      ['isset a&&exit', '2:7'],
    ],
    silent: [['isset ${x} || exit ; echo'], ['echo wait; done'], ['chain http://r/a?b&c']],
  },
  {
    code: 'PL3015',
    fires: [
      ['echo a \\ \n  b', '2:8'],
      ['echo a\\\t\r\nb', '2:7'],
    ],
    silent: [['echo a \\\n b'], ['# a \\ '], ['echo a\\ b']],
  },
  {
    code: 'PL3016',
    fires: [
      ['echo a \\', '2:8'],
      ['echo a \\\n', '2:8'],
      ['# see C:\\\necho b', '2:9'],
      ['echo a # b \\\nc', '2:12'],
    ],
    silent: [['echo a \\\n b'], ['echo \\\n # b']],
  },
  {
    code: 'PL3017',
    fires: [
      ['echo ${net0/mac', '2:6'],
      ['chain http://r/${a ${b}', '2:7'],
      ['echo ${a${b}', '2:6'],
    ],
    silent: [['echo ${a} $b {c} }'], ['echo ${a${b}}'], ['# ${a']],
  },
  {
    code: 'PL3018',
    fires: [
      ['echo ${net0/mac:hexhyph}', '2:6'],
      ['set x:str y', '2:5'],
      ['echo ${a${b:int}}', '2:6'],
    ],
    silent: [
      ['echo ${net0/mac:hexhyp} ${a:uristring} ${b:uint32}'],
      ['set x:hex 00'],
      ['echo ${a:${b}}'],
      ['echo a:b'],
    ],
  },
  {
    code: 'PL3019',
    fires: [
      [':a\necho x\ngoto a', '4:6'],
      [':a\nchain http://r/x || goto a', '3:26'],
      [':a goto b\n:b goto a', '3:9'],
      ['chain boot.ipxe', '2:7', { url: 'http://r/boot.ipxe' }],
      ['chain --replace ${cwuri}', '2:17'],
    ],
    silent: [
      [':a\nsleep 5\nchain http://r/x || goto a'],
      [':a\ninc n\niseq ${n} 3 || chain http://r/x || goto a'],
      [':a\nisset ${x} || goto a\necho'],
      [':menu\nmenu x\nitem a\nchoose t\ngoto ${t}\n:a\ngoto menu'],
      [':a\ndhcp || goto a'],
      ['goto b\n:b\nexit'],
      ['chain other.ipxe', { url: 'http://r/boot.ipxe' }],
      ['sleep 5\nchain boot.ipxe', { url: 'http://r/boot.ipxe' }],
    ],
  },
  {
    code: 'PL3020',
    fires: [
      ['kernel http://r/k token=@@pilotlight:secret:K3S_TOKEN:1@@', '2:25'],
      ['# password=hunter2', '2:12'],
      ['chain http://me:hunter2@r/x', '2:17'],
      ['set root-password hunter2', '2:19'],
      ['chain http://r/x?api_key=abc&b=c', '2:26'],
      [`echo K10${'0123456789abcdef'.repeat(4)}::server:abc`, '2:6'],
      ['# -----BEGIN RSA PRIVATE KEY-----', '2:3'],
      ['echo $6$saltsalt$abcdefghijklmnopqrstuvwxyz', '2:6'],
    ],
    silent: [
      ['chain http://r/x?token=${token}'],
      ['set password ${x}'],
      ['echo token and password'],
      ['chain http://r:80/x@y'],
    ],
  },
  {
    code: 'PL3021',
    fires: [
      ['chain https://r/x', '2:7'],
      ['initrd --name a https://r/x', '2:17'],
    ],
    silent: [
      ['chain https://r/x', newOnly],
      ['chain http://r/x'],
      ['chain https://r/x || exit'],
      ['echo https://r/x'],
    ],
  },
  {
    code: 'PL3022',
    fires: [
      ['chain http://r/p/none.ipxe', '2:7', served],
      ['chain ../none.ipxe', '2:7', { ...served, url: 'http://r/p/a/b.ipxe' }],
      ['kernel http://r/p/good coreos.live.rootfs_url=http://r/p/bad', '2:24', served],
      ['kernel http://r/p/good coreos.inst.image_url=http://r/p/good', '2:24', served],
    ],
    silent: [
      ['chain http://r/p/good', served],
      ['kernel http://r/p/good coreos.inst.image_url=http://r/p/good coreos.inst.insecure', served],
      [
        'kernel http://r/p/good coreos.inst.image_url=http://r/p/good?a=b',
        { ...served, servedBy: (url) => /good(\?a=b|\.sig\?a=b)?$/.test(url) },
      ],
      ['chain http://r/pp/none', served],
      ['chain http://other/p/none', served],
      ['chain http://r/p/${x}', served],
      ['chain none.ipxe', served],
      ['chain http://r/p/none', { siteUrl: 'http://r/p' }],
    ],
  },
];
