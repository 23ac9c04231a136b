import type { OverlayReference } from '../model/node.ts';
import { type Layers, setting } from './layer.ts';
import type { Note } from './note.ts';
import { appended } from './pick.ts';
import { at, items, text, type Written } from './written.ts';

/** Folder of overlays below the site's folder. */
export const overlayFolder = 'overlays';

/** The overlays of a node, least specific first. One that is named again keeps its place; the later reference decides. */
export function resolveOverlays(layers: Layers, folder: string, note: Note): readonly OverlayReference[] {
  const byFile = new Map<string, OverlayReference>();
  for (const written of appended(layers, ['overlays'])) {
    const path = overlayPath(written);
    if (path === undefined) continue;
    const file = `${folder}/${overlayFolder}/${path}`;
    byFile.set(file, {
      file,
      override: at(written, 'override').value === true,
      from: { file: written.document.file, pointer: written.pointer },
    });
  }
  const overlays = [...byFile.values()];
  overlays.forEach(({ from }, index) => {
    note(['overlays', index], { kind: 'file', ...from });
  });
  return overlays;
}

/** The path that a reference names, without `./` and doubled slashes; `..` is kept, for a rule to refuse. */
export function overlayPath(written: Written): string | undefined {
  const path = text(written) ?? text(at(written, 'file'));
  return path
    ?.split('/')
    .filter((step) => step !== '' && step !== '.')
    .join('/');
}

/** All references to overlays that stand in a layer. */
export function overlayReferences(layer: Layers[number]): Written[] {
  return items(setting(layer, 'overlays'));
}
