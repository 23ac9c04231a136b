import type { Pointer } from '../../src/deploy/plan/state.ts';
import { pointerText } from '../../src/deploy/pointer.ts';
import { recordLine } from '../../src/deploy/record.ts';
import { type Digest, sha256 } from '../../src/shared/digest.ts';

/** Releases; the last one is not whole. */
export const [old, current, wanted, gone] = ['old', 'current', 'wanted', 'gone'].map((name) =>
  sha256(name),
) as [Digest, Digest, Digest, Digest];

export const isWhole = (release: Digest) => release !== gone;

export const pointing = (sequence: number, release: Digest, previous?: Digest): Pointer => ({
  sequence,
  release,
  previous,
});

export const good = pointerText(pointing(7, current, old));

/** Everything that a slot can hold, and what it tells a reader: nothing, where it is not to be trusted. */
export const contents: readonly {
  name: string;
  text: string | undefined;
  pointer?: Pointer;
  sequence?: number;
}[] = [
  { name: 'missing', text: undefined },
  { name: 'empty', text: '' },
  { name: 'NULs', text: '\0'.repeat(good.length) },
  { name: 'garbage', text: 'EXT4-fs error\n' },
  { name: 'torn', text: good.slice(0, 100) },
  { name: 'torn before its end', text: good.slice(0, -1) },
  { name: 'another version over a longer one', text: `${good}f3a9\n` },
  { name: 'two lines', text: good + good },
  { name: 'Windows', text: good.replace('\n', '\r\n') },
  { name: 'flipped', text: good.replace(/.\n$/, 'x\n') },
  { name: 'sequence 0', text: recordLine('pointer', ['0', current, '']) },
  { name: 'sequence 08', text: recordLine('pointer', ['08', current, '']) },
  { name: 'sequence -1', text: recordLine('pointer', ['-1', current, '']) },
  { name: 'sequence too big', text: recordLine('pointer', ['9007199254740993', current, '']) },
  { name: 'not a release', text: recordLine('pointer', ['8', 'current', '']) },
  { name: 'not a previous release', text: recordLine('pointer', ['8', current, 'old']) },
  { name: 'a field too many', text: recordLine('pointer', ['8', current, '', '']) },
  { name: 'of another kind', text: recordLine('seal', ['8', current, '']) },
  { name: 'first', text: pointerText(pointing(1, old)), pointer: pointing(1, old) },
  { name: 'stale', text: pointerText(pointing(3, old, current)), pointer: pointing(3, old, current) },
  { name: 'before', text: pointerText(pointing(6, old)), pointer: pointing(6, old) },
  { name: 'good', text: good, pointer: pointing(7, current, old) },
  { name: 'equal', text: pointerText(pointing(7, old, current)), pointer: pointing(7, old, current) },
  { name: 'after', text: pointerText(pointing(8, old)), pointer: pointing(8, old) },
  { name: 'names what is gone', text: pointerText(pointing(9, gone, current)), sequence: 9 },
  { name: 'named what is gone', text: pointerText(pointing(2, gone)), sequence: 2 },
];

/** The two slots. */
export const pairs = contents.flatMap((a) => contents.map((b) => [a, b] as const));
