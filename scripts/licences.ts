import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** The packages whose code is in a bundle, as folders below node_modules, in order of name. */
function packagesIn(metafile: Metafile): string[] {
  const folders = new Set<string>();
  for (const input of Object.keys(metafile.inputs)) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match?.[1] !== undefined) folders.add(match[1]);
  }
  return [...folders].sort();
}

/** The licences of everything bundled: their authors ask that they travel along. */
export function licencesOf(metafile: Metafile, root: string): string {
  return packagesIn(metafile)
    .map((folder) => {
      const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
        name: string;
        version: string;
        license?: string;
      };
      const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
      const text =
        file !== undefined && existsSync(join(root, folder, file))
          ? readFileSync(join(root, folder, file), 'utf8')
              .replaceAll(/\r\n?/g, '\n')
              .trim()
          : `(${manifest.license ?? 'no licence named'})`;
      return `${manifest.name} ${manifest.version} · ${manifest.license ?? ''}\n\n${text}\n`;
    })
    .join(`\n${'─'.repeat(80)}\n\n`);
}
