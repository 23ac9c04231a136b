import { describe, expect, test } from 'vitest';
import { placeInScalar } from '../../../src/lint/ignition/placeInScalar.ts';

const file = 'a.yaml';
const at = (
  text: string,
  line: number,
  column: number,
  within: { line: number; column: number; endColumn?: number },
) => placeInScalar(text, { file, line, column }, within);

describe('placeInScalar', () => {
  test('literal blocks: lines go on, columns are behind the indentation', () => {
    const text = 'a: |-\n\n    one\n      two\n';
    expect(at(text, 1, 4, { line: 2, column: 1 })).toEqual({ file, line: 3, column: 5 });
    expect(at(text, 1, 4, { line: 3, column: 3, endColumn: 6 })).toEqual({
      file,
      line: 4,
      column: 7,
      endColumn: 10,
    });
  });

  test('plain and quoted scalars of one line', () => {
    expect(at('a: hello', 1, 4, { line: 1, column: 3 })).toEqual({ file, line: 1, column: 6 });
    expect(at('a: "hello"', 1, 4, { line: 1, column: 3 })).toEqual({ file, line: 1, column: 7 });
    expect(at("a: 'hello'", 1, 4, { line: 1, column: 3 })).toEqual({ file, line: 1, column: 7 });
  });

  test('where positions do not hold, the scalar itself', () => {
    const place = { file, line: 1, column: 4 };
    expect(at('a: "he\\nllo"', 1, 4, { line: 1, column: 3 })).toEqual(place);
    expect(at('a: >\n  x\n  y\n', 1, 4, { line: 1, column: 3 })).toEqual(place);
    expect(at('a: |\n  x\n', 1, 4, { line: 99, column: 1 })).toEqual(place);
  });
});
