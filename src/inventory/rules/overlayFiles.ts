import { type Finding, finding } from '../../shared/finding.ts';
import { overlayFolder, overlayPath, overlayReferences } from '../resolve/overlays.ts';
import type { Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { suggester } from './nearest.ts';
import { report } from './report.ts';

/** Overlays that are named exist below the overlays folder, and those that exist are named. */
export function* overlayFiles(context: RuleContext): Generator<Finding> {
  const { layers, files, folder, sound } = context;
  const known = [...files.keys()]
    .filter((path) => path.startsWith(`${overlayFolder}/`) && /\.(bu|butane)$/.test(path))
    .map((path) => path.slice(overlayFolder.length + 1));
  const missing = missingOverlay(context, known);
  const used = new Set<string>();
  for (const written of layers.flatMap(overlayReferences)) {
    const path = overlayPath(written);
    if (path === undefined) continue;
    used.add(path);
    yield* missing(written, path);
  }
  if (!sound.site || !sound.nodes) return;
  for (const path of known.filter((each) => !used.has(each))) {
    const place = { file: `${folder}/${overlayFolder}/${path}`, line: 1, column: 1 };
    yield finding('PL1263', place, `no node uses ${path}`, {
      hint: 'name it under overlays of site.yaml, of a group or of a node, or delete it',
    });
  }
}

function missingOverlay({ files, folder }: RuleContext, known: readonly string[]) {
  const suggest = suggester(known);
  const place = `${folder}/${overlayFolder}`;
  return function* (written: Written, path: string): Generator<Finding> {
    if (path.split('/').includes('..'))
      yield report('PL1261', written, `overlay ${path} is outside of ${place}`, {
        hint: `move the file to ${place}, and name it without ..`,
      });
    else if (!files.has(`${overlayFolder}/${path}`))
      yield report('PL1260', written, `there is no overlay ${place}/${path}`, {
        hint:
          suggest(path) ??
          (known.length === 0 ? `${place} has no .bu file` : 'add the file, or remove the line'),
      });
  };
}
