import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { applyChanges } from '../../../src/router/uci/apply.ts';
import { batchText, changedPackages } from '../../../src/router/uci/batch.ts';
import { ubusCalls } from '../../../src/router/uci/calls.ts';
import { changesBetween } from '../../../src/router/uci/changes.ts';
import { parseExport } from '../../../src/router/uci/parseExport.ts';
import { isOwn } from '../../../src/router/uci/reference.ts';
import type { DesiredConfig, UciPackage } from '../../../src/router/uci/section.ts';
import { printExport } from '../../fakes/printExport.ts';
import { requireTool } from '../../tools/tools.ts';
import { desiredFor, liveConfig } from './arbitrary.ts';
import { realUci } from './realUci.ts';

const both = liveConfig.chain((live) => fc.tuple(fc.constant(live), desiredFor(live)));

/** Everything but our sections and the options that were named. */
function others(configuration: readonly UciPackage[], { options }: DesiredConfig) {
  const named = new Set(options.map(({ option }) => option));
  return configuration.map(({ name, sections }) => {
    let dnsmasq = 0;
    return {
      name,
      sections: sections
        .filter((section) => !isOwn(section))
        .map((section) => ({
          ...section,
          options: [...section.options].filter(
            ([option]) =>
              !(name === 'dhcp' && section.type === 'dnsmasq' && dnsmasq === 0 && named.has(option)),
          ),
          index: section.type === 'dnsmasq' ? dnsmasq++ : 0,
        })),
    };
  });
}

describe('for any configuration and any wish', () => {
  test('what is wanted is there afterwards, and nothing of ours besides', () => {
    fc.assert(
      fc.property(both, ([live, desired]) => {
        const after = applyChanges(live, changesBetween(live, desired));
        const own = after.flatMap(({ name, sections }) =>
          sections.filter(isOwn).map((section) => ({ package: name, ...section })),
        );
        const key = (each: (typeof own)[number]) => `${each.package}.${each.name}`;
        expect(new Map(own.map((each) => [key(each), each]))).toEqual(
          new Map(desired.sections.map((each) => [key(each), each])),
        );
        const dnsmasq = after[0]?.sections.find(({ type }) => type === 'dnsmasq');
        for (const { option, value } of desired.options) expect(dnsmasq?.options.get(option)).toEqual(value);
      }),
    );
  });

  test('what others wrote stays as it was, and in its order', () => {
    fc.assert(
      fc.property(both, ([live, desired]) => {
        const after = applyChanges(live, changesBetween(live, desired));
        expect(others(after, desired)).toEqual(others(live, desired));
      }),
    );
  });

  test('our boot sections come last, in the wanted order', () => {
    fc.assert(
      fc.property(both, ([live, desired]) => {
        for (const { name, sections } of applyChanges(live, changesBetween(live, desired))) {
          const boots = sections.filter(({ type }) => type === 'boot');
          const wanted = desired.sections.filter((each) => each.package === name && each.type === 'boot');
          expect(boots.slice(boots.length - wanted.length).map((each) => each.name)).toEqual(
            wanted.map((each) => each.name),
          );
        }
      }),
    );
  });

  test('a second run changes nothing', () => {
    fc.assert(
      fc.property(both, ([live, desired]) => {
        const after = applyChanges(live, changesBetween(live, desired));
        expect(changesBetween(after, desired)).toEqual([]);
      }),
    );
  });

  test('the real uci does what the model says', (context) => {
    const uci = realUci(requireTool('uci', context));
    afterAll(() => uci.close());
    fc.assert(
      fc.property(both, ([live, desired]) => {
        for (const each of live) uci.write(each.name, printExport(each));
        const changes = changesBetween(live, desired);
        expect(uci.batch(batchText(changes), changedPackages(changes))).toBe('');
        const expected = applyChanges(live, changes);
        expect(live.map(({ name }) => parseExport(uci.export(name)).value[0])).toEqual(expected);
        expect(live.map(({ name }) => uci.export(name))).toEqual(expected.map(printExport));
      }),
      { numRuns: 100 },
    );
  });

  test('calls of rpcd do the same, as its manual says', () => {
    fc.assert(
      fc.property(both, ([live, desired]) => {
        const changes = changesBetween(live, desired);
        const after = ubusCalls(live, changes).reduce(answerCall, live);
        expect(after.map(inAnyOrder)).toEqual(applyChanges(live, changes).map(inAnyOrder));
      }),
    );
  });
});

/** Order counts for boot sections only. */
function inAnyOrder({ name, sections }: UciPackage) {
  return { name, sections: new Set(sections), boots: sections.filter(({ type }) => type === 'boot') };
}

interface Message {
  readonly config: string;
  readonly section: string;
  readonly option: string;
  readonly type: string;
  readonly name: string;
  readonly values: Record<string, string | string[]>;
}

/** What rpcd makes of a call. */
function answerCall(live: readonly UciPackage[], text: string): readonly UciPackage[] {
  const { method, message } = JSON.parse(text) as { method: string; message: Message };
  const change = { package: message.config, section: message.section ?? message.name };
  if (method === 'add') {
    const options = new Map(Object.entries(message.values));
    return applyChanges(live, [{ kind: 'add', ...change, type: message.type, options }]);
  }
  if (method === 'delete') {
    return message.option === undefined
      ? applyChanges(live, [{ kind: 'remove', ...change, type: '', options: new Map() }])
      : applyChanges(live, [{ kind: 'unset', ...change, option: message.option, from: '' }]);
  }
  expect(method).toBe('set');
  return applyChanges(
    live,
    Object.entries(message.values).map(([option, to]) => ({ kind: 'set', ...change, option, from: '', to })),
  );
}

describe('in detail', () => {
  const live = parseExport(
    "package dhcp\nconfig dnsmasq\n\toption domain 'lan'\nconfig boot 'pilotlight_b'\n\toption filename 'x'\nconfig host 'pilotlight_gone'\n\toption ip '1.2.3.4'\nconfig boot 'mine'\n\toption filename 'y'\n",
  ).value;
  const boot = { package: 'dhcp', type: 'boot', name: 'pilotlight_b', options: new Map([['filename', 'z']]) };
  const desired: DesiredConfig = {
    sections: [boot],
    options: [{ package: 'dhcp', section: '@dnsmasq[0]', option: 'enable_tftp', value: '1' }],
  };

  test('lines of a batch', () => {
    expect(batchText(changesBetween(live, desired)).split('\n')).toEqual([
      "set dhcp.@dnsmasq[0].enable_tftp='1'",
      'delete dhcp.pilotlight_gone',
      "set dhcp.pilotlight_b.filename='z'",
      'reorder dhcp.pilotlight_b=2',
      '',
    ]);
  });

  test('calls of rpcd: a section that moves is made again', () => {
    expect(ubusCalls(live, changesBetween(live, desired)).slice(-2)).toEqual([
      '{"method":"delete","message":{"config":"dhcp","section":"pilotlight_b"}}',
      '{"method":"add","message":{"config":"dhcp","type":"boot","name":"pilotlight_b","values":{"filename":"z"}}}',
    ]);
  });

  test.each(['', 'a\nb', 'a\0', '\u007f'])('the value %j is refused', (value) => {
    const options = new Map([['a', value]]);
    const changes = changesBetween([], { sections: [{ ...boot, options }], options: [] });
    expect(() => batchText(changes)).toThrow(/^no value for uci/);
    expect(() => ubusCalls([], changes)).toThrow(/^no value for uci/);
  });

  test.each(['pilotlight_a.b', 'pilotlight_a=b', "pilotlight_'", 'pilotlight_a b', ''])(
    'the name %j is refused',
    (name) => {
      const changes = changesBetween([], { sections: [{ ...boot, name }], options: [] });
      expect(() => batchText(changes)).toThrow(/^no section for uci/);
    },
  );
});
