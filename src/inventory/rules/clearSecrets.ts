import { type Finding, finding } from '../../shared/finding.ts';
import type { ManifestFile } from '../documents.ts';
import type { SourceFile } from '../model/source.ts';
import { overlayFolder } from '../resolve/overlays.ts';
import { at, isMap, root, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { objectsOf, secretData } from './manifestObjects.ts';
import { report, reportKey } from './report.ts';
import { secretByName, secretLike } from './secretPatterns.ts';

const hint =
  'write { secret: NAME } (in overlays {{ secret.NAME }}), and change the secret: all who read the repository know it';

/** Values of charts are published, so that they hold no references either. */
const hintOfChart =
  'make a Secret in the cluster, name it in the values, and change the secret: all who read the repository know it';

/** A secret in the inventory is known to all who can read the repository, and to its history for ever. */
export function* clearSecrets({ site, nodes, files, manifests }: RuleContext): Generator<Finding> {
  yield* inValues(site);
  for (const node of nodes) yield* inValues(root(node));
  const inSecrets = new Map(manifests.map((manifest) => [manifest.file, inSecretObjects(manifest)]));
  for (const file of files.values()) {
    if (!/^(overlays|manifests)\//.test(file.relative) || !isYaml(file)) continue;
    const found = inSecrets.get(file.path) ?? [];
    yield* found;
    yield* inLines(file, new Set(found.map(({ place }) => place.line)));
  }
}

function isOfChart({ pointer }: Written): boolean {
  return pointer[0] === 'k3s' && pointer[1] === 'charts';
}

/** The data of Kubernetes Secrets, wherever in a manifest they stand. */
function inSecretObjects({ documents }: ManifestFile): Finding[] {
  return documents
    .flatMap(objectsOf)
    .flatMap(secretData)
    .map((data) =>
      reportKey('PL1250', data, 'this looks like a secret in clear: the data of a Kubernetes Secret', {
        hint,
      }),
    );
}

function* inValues(written: Written, key = ''): Generator<Finding> {
  const { value } = written;
  const clear = text(written);
  if (clear !== undefined) {
    const what = secretLike(clear) ?? secretByName(key, clear);
    if (what !== undefined)
      yield report('PL1250', written, `this looks like a secret in clear: ${what}`, {
        hint: isOfChart(written) ? hintOfChart : hint,
      });
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) yield* inValues(at(written, index), key);
  } else if (isMap(value)) for (const name of Object.keys(value)) yield* inValues(at(written, name), name);
}

/**
 * Overlays and manifests are looked through line by line: comments and templates count, too, and so do files that are not YAML.
 * @param told Lines of which it was said already.
 */
function* inLines(file: SourceFile, told: ReadonlySet<number>): Generator<Finding> {
  const content = new TextDecoder().decode(file.bytes);
  const inOverlay = file.relative.startsWith(`${overlayFolder}/`);
  let secretObject = false;
  let line = 0;
  for (const raw of content.split('\n')) {
    line++;
    const each = raw.slice(0, longestLine);
    if (/^---/.test(each)) secretObject = false;
    if (/^kind:\s*["']?Secret["']?\s*$/.test(each)) secretObject = true;
    const dataOfSecret = !inOverlay && secretObject && /^(data|stringData):\s*(#.*)?$/.test(each);
    const what = dataOfSecret ? 'the data of a Kubernetes Secret' : (secretLike(each) ?? namedIn(each));
    if (what === undefined || told.has(line)) continue;
    const column = each.length - each.trimStart().length + 1;
    const place = { file: file.path, line, column, endColumn: each.trimEnd().length + 1 };
    yield finding('PL1250', place, `this looks like a secret in clear: ${what}`, { hint });
  }
}

/** Longer lines are data, not something that a person wrote. */
const longestLine = 4000;

function namedIn(line: string): string | undefined {
  const [, key = '', value = ''] =
    /^[\s#-]*["']?([A-Za-z_-]{3,20})["']?\s*[:=]\s*["']?([^"'#]*)/.exec(line) ?? [];
  return secretByName(key, value);
}

function isYaml({ relative }: SourceFile): boolean {
  return /\.(ya?ml|bu|butane)$/.test(relative);
}
