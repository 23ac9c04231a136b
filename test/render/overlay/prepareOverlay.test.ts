import { describe, expect, test } from 'vitest';
import { inShort, prepared } from './inventory.ts';

describe('an overlay', () => {
  test('is taken apart into its elements', () => {
    const { value, findings } = prepared(`variant: fcos
version: 1.4.0
storage:
  files:
    - path: /etc/a
      mode: 0644
kernel_arguments:
  should_exist: [quiet]
`);
    expect(findings).toEqual([]);
    expect(value.elements).toMatchObject([
      { kind: 'fixed', element: { section: 'kernel_arguments', key: '' } },
      {
        kind: 'fixed',
        element: { section: 'storage.files', key: '/etc/a', value: { path: '/etc/a', mode: 420 } },
      },
    ]);
  });

  test('needs neither variant nor version', () => {
    expect(prepared('storage: {}').findings).toEqual([]);
  });

  test.each([
    ['variant: flatcar', ['PL2002 1:10 variant "flatcar" is not fcos']],
    [
      'version: 1.8.0-experimental',
      ['PL2003 1:10 version "1.8.0-experimental" is not a stable version of fcos up to 1.7.0'],
    ],
    ['version: 1.7', ['PL2003 1:10 version 1.7 is not a stable version of fcos up to 1.7.0']],
    ['storag: {}', ['PL2004 1:1 Butane has no section storag']],
    ['storage:\n  flies: []', ['PL2004 2:3 Butane has no section storage.flies']],
    ['storage: []', ['PL2001 1:10 storage is not a mapping']],
    ['storage:\n  files: {}', ['PL2001 2:10 storage.files is not a list']],
    ['storage:\n  files:\n    - /etc/a', ['PL2001 3:7 storage.files.0 is not a mapping']],
    ['storage:\n  files:\n    - mode: 0644', ['PL2005 3:7 this element of storage.files has no path']],
    ['kernel_arguments: quiet', ['PL2001 1:19 kernel_arguments is not a mapping']],
    [
      'storage:\n  files:\n    - path: /a\n      "{{ x }}": 1',
      ['PL2014 4:7 the key "{{ x }}" has a template in it'],
    ],
  ])('%j is refused', (text, wanted) => {
    expect(inShort(prepared(text).findings)).toEqual(wanted);
  });

  test('a misspelt section gets a suggestion, a strange one the list', () => {
    expect(prepared('systemd:\n  unit: []').findings[0]?.hint).toBe('did you mean units?');
    expect(prepared('passwd:\n  xyzzyxyzzy: []').findings[0]?.hint).toBe('known here: users, groups');
  });

  test('what is sound is kept beside what is not', () => {
    const { value, findings } = prepared('storage:\n  files:\n    - mode: 1\n    - path: /b\n');
    expect(findings).toHaveLength(1);
    expect(value.elements).toHaveLength(1);
  });

  test('modes with a leading zero are octal, as Butane reads them, others as they are', () => {
    const text = `storage:
  trees:
    - {local: a, file_mode: 0600, dir_mode: 0o700}
  files:
    - path: /a
      mode: 644
    - path: /b
      contents: {inline: "mode: 0644"}
`;
    const values = prepared(text).value.elements.map((each) =>
      each.kind === 'fixed' ? each.element.value : each,
    );
    expect(values).toMatchObject([
      { path: '/a', mode: 644 },
      { path: '/b' },
      { file_mode: 0o600, dir_mode: 0o700 },
    ]);
  });
});
