import fc from 'fast-check';
import { commandNames } from '../../src/ipxe/commandTable.ts';

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...commandNames) },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ...[' ', ' ', '\n', '\n', '\r\n', '\t', '\\\n', '\\', '||', '&&', ';', ' || ', ' && ', ' ; ', '#', ':'],
      ...[
        '${',
        '}',
        '${net0/mac:hexhyp}',
        '${x}',
        '--name',
        '--timeout',
        ' main ',
        'initrd=main',
        '#!ipxe\n',
      ],
      ...[
        ':a\n',
        'goto a\n',
        'goto b || ',
        ' http://r/a.ipxe\n',
        ' b.ipxe\n',
        'set x ${x}${x}\n',
        '0x80',
        '-n',
      ],
      ...[
        'coreos.inst.install_dev=/dev/sda',
        'coreos.live.rootfs_url=http://r/rootfs',
        '# pilotlight: ignore ',
      ],
    ),
  },
  { weight: 2, arbitrary: fc.string() },
);

/** Texts that look like scripts just enough to get deep into whatever reads them. */
export const scriptText: fc.Arbitrary<string> = fc
  .tuple(fc.boolean(), fc.array(piece, { maxLength: 60 }))
  .map(([shebang, pieces]) => (shebang ? '#!ipxe\n' : '') + pieces.join(''));
