import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { hostileText } from './hostile.ts';
import { tame } from './inventory.ts';
import { build, endTranslator } from './release.ts';

afterAll(endTranslator);

/** What was not tried is tried by another run, with another seed. */
const bounded = { numRuns: 30 };
const encoder = new TextEncoder();
const bytesOf = (file: string) => encoder.encode(JSON.stringify(tame[file], undefined, 1));

/** One thing that happens to a file. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    what: fc.oneof(
      hostileText.map((text) => encoder.encode(text)),
      fc.uint8Array({ maxLength: 8 }),
    ),
  }),
  fc.record({
    kind: fc.constant('twice' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 200 }),
  }),
  fc.record({ kind: fc.constant('only' as const), what: fc.uint8Array({ maxLength: 400 }) }),
  fc.record({
    kind: fc.constant('only' as const),
    what: fc
      .stringMatching(/^[a-c\-:?&*!|>%@"'#{}[\], \n\t~0-9]{0,200}$/)
      .map((text) => encoder.encode(text)),
  }),
);

function damaged(
  bytes: Uint8Array,
  each: typeof damage extends fc.Arbitrary<infer T> ? T : never,
): Uint8Array {
  if (each.kind === 'only') return each.what;
  const at = Math.floor(each.at * bytes.length);
  if (each.kind === 'cut') return bytes.slice(0, at);
  const what = each.kind === 'insert' ? each.what : bytes.slice(at, at + each.length);
  return Buffer.concat([bytes.slice(0, at), what, bytes.slice(at)]);
}

test('files of any bytes end in findings with places', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(tame)),
      fc.array(damage, { minLength: 1, maxLength: 3 }),
      async (file, damages) => {
        const result = await build({ ...tame, [file]: damages.reduce(damaged, bytesOf(file)) });
        const errors = result.checked.findings.some(({ severity }) => severity === 'error');
        expect(result.whole).toBe(!errors);
      },
    ),
    bounded,
  );
});

test('a file of any name is taken or reported', async () => {
  const names = fc
    .tuple(
      fc.constantFrom('', 'nodes/', 'overlays/', 'nodes/x/'),
      hostileText,
      fc.constantFrom('.yaml', '.yml', '.bu', ''),
    )
    .map((parts) => parts.join('').slice(0, 200))
    .filter((name) => /^[^/\0][^\0]*$/.test(name) && !Object.hasOwn(tame, name) && name.isWellFormed());
  await fc.assert(
    fc.asyncProperty(names, fc.constantFrom(...Object.keys(tame)), async (name, like) => {
      const result = await build({ ...tame, [name]: tame[like] });
      const errors = result.checked.findings.some(({ severity }) => severity === 'error');
      expect(result.whole).toBe(!errors);
    }),
    bounded,
  );
});
