import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { expandOverlay } from '../../../src/render/overlay/expandOverlay.ts';
import { secretMarker } from '../../../src/shared/secret.ts';
import { exampleNode, exampleSite, inShort, prepared } from './inventory.ts';

const node = exampleNode();
const site = exampleSite([node], { secrets: [{ secret: 'TOKEN', version: 3 }] });

/** What an inline text becomes for the example node. */
function expanded(inline: string): { text: unknown; findings: string[] } {
  const overlay = prepared(
    stringify({ storage: { files: [{ path: '/a', contents: { inline } }] } }, { lineWidth: 0 }),
  );
  const { value, findings } = expandOverlay(overlay.value, node, site);
  const contents = value[0]?.value.contents as { inline: string } | undefined;
  return { text: contents?.inline, findings: inShort([...overlay.findings, ...findings]) };
}

describe('templates', () => {
  test.each([
    [
      '{{ node.hostname }} {{node.address}}/{{ node.prefixLength }}',
      'lenovo1.lab.example.net 192.168.26.11/24',
    ],
    ['{{ site.router.url }}/x', 'http://192.168.26.1/pilotlight/x'],
    ['{% for each in node.dns %}{{ each }};{% endfor %}', '192.168.26.1;9.9.9.9;'],
    ['{{ node.dns | join: "," }} {{ node.labels | json }}', '192.168.26.1,9.9.9.9 {"zone":"a"}'],
    ['{{ node.labels.rack | default: "none" }}{% if node.labels.rack %}x{% endif %}', 'none'],
    ['{{ node.firstServer }} {{ node.macs[0] }} {{ node.macs.size }}', 'true 52:54:00:00:00:01 2'],
    [
      'a{{ secret.TOKEN }}b{{ secret.OTHER }}',
      `a${secretMarker({ secret: 'TOKEN', version: 3 })}b${secretMarker({ secret: 'OTHER' })}`,
    ],
    ['{% raw %}{{ .Names }}{% endraw %}', '{{ .Names }}'],
    ['echo } %} ${x} {x}', 'echo } %} ${x} {x}'],
    ['{% if node.role == "server" %}yes{% else %}no{% endif %}', 'yes'],
    ['{% assign x = node.name | upcase %}{{ x }}', 'LENOVO1'],
  ])('%j becomes %j', (inline, text) => {
    expect(expanded(inline)).toEqual({ text, findings: [] });
  });

  test.each([
    ['{{ node.hostnam }}', 'PL2011', 'templates do not know node.hostnam'],
    ['{{ nod.hostname }}', 'PL2011', 'templates do not know nod'],
    ['{{ .Names }}', 'PL2011', 'templates do not know Names'],
    ['{{ node.labels.rack }}', 'PL2011', 'lenovo1 has no node.labels.rack'],
    ['{{ node.vlan }}', 'PL2011', 'lenovo1 has no node.vlan'],
    ['{{ node.constructor }}', 'PL2011', 'templates do not know node.constructor'],
    ['{{ node.labels.constructor }}', 'PL2011', 'lenovo1 has no node.labels.constructor'],
    ['{{ node.dns }}', 'PL2012', 'the template prints a list for lenovo1'],
    ['{{ node.labels }}', 'PL2012', 'the template prints a map or an empty value for lenovo1'],
    ['{{ node.name | nope }}', 'PL2010', 'undefined filter: nope'],
    ['{{ "now" | date: "%Y" }}', 'PL2010', 'undefined filter: date'],
    ['{{ node.dns | raw }}', 'PL2010', 'undefined filter: raw'],
    ['{% include "/etc/passwd" %}', 'PL2010', 'tag "include" not found'],
    ['{% render "x" %}', 'PL2010', 'tag "render" not found'],
    ['{% layout "x" %}', 'PL2010', 'tag "layout" not found'],
    ['{{ node.name ', 'PL2010', 'output "{{ node.name " not closed'],
    ['{% if node.name %}', 'PL2010', 'tag {% if node.name %} not closed'],
    ['{{ secret.TOKEN | upcase }}', 'PL2013', 'a secret can only be printed'],
    ['{% if secret.TOKEN %}{% endif %}', 'PL2013', 'a secret can only be printed'],
    ['{% assign x = secret.TOKEN %}', 'PL2013', 'a secret can only be printed'],
    ['{{ secret }}', 'PL2013', 'a secret can only be printed'],
    ['{{ secret[node.name] }}', 'PL2013', 'a secret can only be printed'],
    ['{{ secret["a b"] }}', 'PL2013', 'a secret can only be printed'],
    ['{% for i in (1..99999999) %}a{% endfor %}', 'PL2010', 'memory alloc limit exceeded, for lenovo1'],
  ])('%j is refused', (inline, code, message) => {
    const { text, findings } = expanded(inline);
    expect(text).toBeUndefined();
    expect(findings.map((each) => each.replace(/ \d+:\d+/, ''))).toEqual([`${code} ${message}`]);
  });

  test('errors have a line and column inside of every form of a scalar', () => {
    const text = `storage:
  files:
    - path: /block
      contents:
        inline: |
          first

            {{ node.name }} {{ node.nope }}
    - path: /folded
      contents:
        inline: >-
          first {{ node.name }}
          second {{ node.nope }}
    - path: /plain-{{ node.nope }}
    - path: "/quoted\\t-{{ node.nope }}"
    - path: '/x'
      contents: {inline: "{{ node.\\u006eope }}"}
    - path: /bad
      contents:
        inline: |2
            {{ node.name }}
           {% endif %}
`;
    expect(inShort(prepared(text).findings)).toEqual([
      'PL2011 8:32 templates do not know node.nope',
      'PL2011 13:21 templates do not know node.nope',
      'PL2011 14:23 templates do not know node.nope',
      'PL2011 15:27 templates do not know node.nope',
      'PL2011 17:26 templates do not know node.nope',
      'PL2010 22:12 tag "endif" not found',
    ]);
  });

  test('all unknown names of a template are found, with suggestions', () => {
    const { findings } = prepared('storage:\n  files:\n    - path: /{{ node.nam }}/{{ ste.name }}\n');
    expect(findings.map(({ hint }) => hint)).toEqual(['did you mean node.name?', 'did you mean site?']);
  });

  test('may stand in a key field; an empty key is a finding', () => {
    const overlay = prepared(
      'storage:\n  files:\n    - path: "{% if node.firstServer %}/{{ node.name }}{% endif %}"\n',
    ).value;
    expect(expandOverlay(overlay, node, site).value[0]?.key).toBe('/lenovo1');
    const other = exampleNode({ name: 'lenovo2', firstServer: false });
    expect(inShort(expandOverlay(overlay, other, site).findings)).toEqual([
      'PL2005 3:14 the template of path is empty for lenovo2',
    ]);
  });

  test('a hostile value stays a value: it cannot become structure', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (zone) => {
        const overlay = prepared(
          'storage:\n  files:\n    - path: /a\n      contents: {inline: "<{{ node.labels.zone }}>"}\n',
        ).value;
        const { value, findings } = expandOverlay(overlay, exampleNode({ labels: { zone } }), site);
        expect(findings).toEqual([]);
        expect(value[0]?.value).toEqual({ path: '/a', contents: { inline: `<${zone}>` } });
      }),
    );
  });

  test('any text is answered with a value or with findings that have a place', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      ' ',
      '\n',
      'node',
      '.',
      'name',
      '|',
      'if',
      'endif',
      'raw',
      '"',
      '-',
      'for i in (1..3)',
      '[',
      ']',
      '🚀',
      'secret.A',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
        const text = stringify({
          storage: { files: [{ path: '/a', contents: { inline: pieces.join('') } }] },
        });
        const overlay = prepared(text);
        const found = [...overlay.findings, ...expandOverlay(overlay.value, node, site).findings];
        const lines = text.split('\n');
        for (const { place } of found) {
          expect(place.line).toBeLessThanOrEqual(lines.length);
          expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] ?? '').length + 1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('identity', () => {
  const text = `storage:
  files:
    - path: /fixed
    - path: /site
      contents: {inline: "{{ site.name }}"}
    - path: /node
      contents: {inline: "{{ node.name }}"}
`;
  const other = exampleNode({ name: 'lenovo2' });

  test('what is the same for two nodes is the very same element', () => {
    const overlay = prepared(text).value;
    const first = expandOverlay(overlay, node, site).value;
    const second = expandOverlay(overlay, other, site).value;
    expect(second[0]).toBe(first[0]);
    expect(second[1]).toBe(first[1]);
    expect(second[2]?.value).toMatchObject({ contents: { inline: 'lenovo2' } });
    expect(first[2]?.value).toMatchObject({ contents: { inline: 'lenovo1' } });
  });

  test('an overlay without templates is one list for all nodes', () => {
    const overlay = prepared('storage:\n  files:\n    - path: /fixed\n').value;
    expect(expandOverlay(overlay, other, site).value).toBe(expandOverlay(overlay, node, site).value);
  });
});
