import type { Finding } from '../../shared/finding.ts';
import { setting } from '../resolve/layer.ts';
import { at, items, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { contradictions } from './powerContradictions.ts';
import { also, report } from './report.ts';

/** Ways to switch a machine must be able to, and be reached. What each method needs beside that, the schema asks for. */
export function* power({ layers }: RuleContext): Generator<Finding> {
  for (const layer of layers) {
    const written = setting(layer, 'power');
    const methods = items(written);
    for (const entry of methods) yield* method(entry);
    yield* order(methods);
    if (methods.length > 0 && methods.every(onlyStarts)) {
      yield report('PL1210', written, 'no power method can restart a machine that runs', {
        hint: 'add - { method: ssh }, which restarts a running system',
      });
    }
  }
}

function* method(entry: Written): Generator<Finding> {
  const name = text(at(entry, 'method'));
  if (isSwitch(name) && !has(entry, 'on') && !has(entry, 'cycle')) {
    yield report('PL1293', entry, `power method ${name} has neither on nor cycle`, {
      hint: 'a machine that is off must come on to be installed: say how',
    });
  }
  if (name === 'amt') {
    yield report('PL1213', at(entry, 'method'), 'power method amt is not available in this version', {
      hint: 'add another method behind it',
    });
  }
  const url = at(entry, 'url');
  if (name === 'redfish' && isPlain(url) && text(at(entry, 'authentication')) !== 'none') {
    yield report('PL1220', url, 'the password is sent without TLS', { hint: 'write https://' });
  }
  yield* contradictions(entry);
}

function* order(methods: readonly Written[]): Generator<Finding> {
  const person = methods.findIndex((entry) => text(at(entry, 'method')) === 'manual');
  const asking = methods[person];
  if (asking === undefined) return;
  for (const entry of methods.slice(person + 1)) {
    const name = text(at(entry, 'method')) ?? 'a method';
    yield report('PL1258', entry, `${name} is never used: it comes behind manual`, {
      hint: 'put manual at the end',
      related: also(asking),
    });
  }
}

/** Whether a method can start a machine and not restart it. */
function onlyStarts(entry: Written): boolean {
  const name = text(at(entry, 'method'));
  if (name === 'wol') return true;
  return isSwitch(name) && has(entry, 'on') && !has(entry, 'off') && !has(entry, 'cycle');
}

function isSwitch(name: string | undefined): boolean {
  return name === 'http' || name === 'command';
}

function has(entry: Written, key: string): boolean {
  return at(entry, key).value !== undefined;
}

function isPlain(url: Written): boolean {
  return text(url)?.startsWith('http://') === true;
}
