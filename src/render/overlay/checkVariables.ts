import type { Template as Part } from 'liquidjs';
import { type Finding, finding, type Outcome, type Place } from '../../shared/finding.ts';
import { nearest } from '../../shared/nearest.ts';
import { secretName } from '../../shared/secret.ts';
import { nodeViewKeys, siteViewKeys } from './templateContext.ts';
import { engine } from './templateEngine.ts';
import type { TemplateSpan } from './templatePlace.ts';

const roots = ['node', 'site', 'secret'];
const known: Readonly<Record<string, readonly string[]>> = { node: nodeViewKeys, site: siteViewKeys };

/** A name that a template uses: `node.labels.zone`, by its segments; a segment that is computed is undefined. */
interface Name {
  readonly segments: readonly (string | undefined)[];
  readonly begin: number;
}

/**
 * Checks the names that a template uses before any node is looked at, and answers those of the secrets that it prints.
 * A secret may only be printed, as it is: rendering has a marker in its place, not its value.
 */
export function checkVariables(
  parts: readonly Part[],
  text: string,
  placeOf: (span: Omit<TemplateSpan, 'text'>) => Place,
): Outcome<readonly string[]> {
  const findings: Finding[] = [];
  const secrets = new Set<string>();
  for (const name of namesIn(parts, text)) {
    const [root = '', second] = name.segments;
    const place = () => placeOf({ begin: name.begin, end: endOfName(text, name.begin) });
    if (!roots.includes(root)) findings.push(unknownName(place(), root, root, roots));
    else if (root === 'secret') {
      const printed = printedSecret(text, name);
      if (printed === undefined) findings.push(secretFinding(place()));
      else secrets.add(printed);
    } else if (second !== undefined && !known[root]?.includes(second)) {
      findings.push(unknownName(place(), `${root}.${second}`, second, known[root] ?? [], `${root}.`));
    }
  }
  return { value: [...secrets], findings };
}

/** The names that are not the template's own, at the places where they are used. */
function namesIn(parts: readonly Part[], text: string): Name[] {
  const { globals } = engine.analyzeSync([...parts], { partials: false });
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return Object.values(globals)
    .flat()
    .map(({ segments, location }) => ({
      segments: segments.map((each) => (typeof each === 'object' ? undefined : String(each))),
      begin: (lineStarts[location.row - 1] ?? 0) + location.col - 1,
    }))
    .sort((a, b) => a.begin - b.begin);
}

/** The secret's name, where it is printed as it is: `{{ secret.NAME }}`. */
function printedSecret(text: string, { segments, begin }: Name): string | undefined {
  const [, name] = segments;
  if (segments.length !== 2 || name === undefined || !secretName.test(name)) return undefined;
  const alone = /\{\{-?\s*$/.test(text.slice(0, begin)) && /^[^|}]*-?\}\}/.test(text.slice(begin));
  return alone ? name : undefined;
}

function secretFinding(place: Place): Finding {
  return finding('PL2013', place, 'a secret can only be printed', {
    hint: 'write {{ secret.NAME }}, with nothing else in the braces',
  });
}

function unknownName(
  place: Place,
  name: string,
  last: string,
  candidates: readonly string[],
  prefix = '',
): Finding {
  const near = nearest(last, candidates);
  const hint =
    near === undefined
      ? `known: ${candidates.map((each) => prefix + each).join(', ')}`
      : `did you mean ${prefix}${near}?`;
  return finding('PL2011', place, `templates do not know ${name}`, { hint });
}

function endOfName(text: string, begin: number): number {
  return begin + (/^[\w.[\]"'-]*/.exec(text.slice(begin, begin + 200))?.[0].length ?? 0);
}
