import fc from 'fast-check';
import { isPlainValue } from '../../../src/router/uci/quote.ts';
import type { DesiredConfig, UciPackage, UciSection, UciValue } from '../../../src/router/uci/section.ts';

/** Values that a configuration of ours may hold, nasty ones among them. */
export const plainValue = fc.oneof(
  fc.constantFrom(
    "'",
    "''",
    "a'b",
    '"',
    '\\',
    "\\'",
    '# no comment',
    ';',
    'a;b',
    '$(reboot)',
    '`id`',
    '%s',
    ' ',
    'é',
    '=',
    'a.b=c',
  ),
  fc
    .string({ minLength: 1, maxLength: 20, unit: 'binary' })
    .filter((text) => isPlainValue(text) && text.isWellFormed() && !text.includes('\ufffd')),
);

/** Values that somebody else's configuration may hold: lines and blanks too. */
export const anyValue = fc.oneof(plainValue, fc.constantFrom('a\nb', '\n', '\t', 'a\\\nb', '\r', "\n'"));

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,7}$/);
/** Few, so that what is there and what is wanted meet. */
const optionName = fc.constantFrom('mac', 'ip', 'name', 'a_1');
const value = (each: fc.Arbitrary<string>): fc.Arbitrary<UciValue> =>
  fc.oneof(each, fc.array(each, { minLength: 1, maxLength: 3 }));
const options = (each: fc.Arbitrary<string>) =>
  fc.array(fc.tuple(optionName, value(each)), { maxLength: 4 }).map((entries) => new Map(entries));
const type = fc.constantFrom('host', 'boot', 'boot', 'dnsmasq', 'odd-type!');

/** Sections of which some are ours and some have no name; names are unique. */
function sections(): fc.Arbitrary<UciSection[]> {
  const named = fc.record({
    type,
    name: fc.option(fc.oneof(name, ownName), { nil: undefined }),
    options: options(anyValue),
  });
  return fc
    .uniqueArray(named, { maxLength: 8, selector: (section) => section.name ?? section })
    .map((all) =>
      all.filter((each) => each.type !== 'dnsmasq' || each.name?.startsWith('pilotlight_') !== true),
    );
}

const ownName = fc.constantFrom(...['a', 'b', 'c', 'd'].map((each) => `pilotlight_${each}`));

/** A configuration as it may be on a router. */
export const liveConfig: fc.Arbitrary<UciPackage[]> = fc
  .tuple(sections(), sections())
  .map(([dhcp, uhttpd]) => [
    { name: 'dhcp', sections: dhcp },
    { name: 'uhttpd', sections: uhttpd },
  ]);

/** What we may want of it. Of options in others' sections only those that there are. */
export function desiredFor(live: readonly UciPackage[]): fc.Arbitrary<DesiredConfig> {
  const wanted = fc.record({
    package: fc.constantFrom('dhcp', 'uhttpd'),
    type: fc.constantFrom('host', 'boot'),
    name: ownName,
    options: options(plainValue),
  });
  const dnsmasq = live[0]?.sections.some((each) => each.type === 'dnsmasq');
  const option = fc.record({
    package: fc.constant('dhcp'),
    section: fc.constant('@dnsmasq[0]'),
    option: fc.constantFrom('enable_tftp', 'tftp_root'),
    value: fc.option(plainValue, { nil: undefined }),
  });
  return fc.record({
    sections: fc.uniqueArray(wanted, { maxLength: 5, selector: (each) => `${each.package}.${each.name}` }),
    options:
      dnsmasq === true
        ? fc.uniqueArray(option, { maxLength: 2, selector: (each) => each.option })
        : fc.constant([]),
  });
}
