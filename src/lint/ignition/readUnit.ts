import type { Pointer } from '../../inventory/model/provenance.ts';
import { type LocalFiles, readLocal } from './contents.ts';
import type { ElementText, UnitElement } from './nodeFiles.ts';
import { listOf, objectOf, type PlainObject, textOf } from './plainData.ts';

/** Reads an element of `systemd.units`. */
export function readUnit(raw: PlainObject, localFiles: LocalFiles): UnitElement {
  const contents = unitText(raw, [], localFiles);
  return {
    name: textOf(raw.name) ?? '',
    enabled: typeof raw.enabled === 'boolean' ? raw.enabled : undefined,
    masked: raw.mask === true,
    contents,
    partlyUnknown: contents === undefined && raw.contents_local !== undefined,
    dropins: listOf(raw.dropins).map((each, index) => ({
      name: textOf(objectOf(each).name) ?? '',
      at: ['dropins', index],
      contents: unitText(objectOf(each), ['dropins', index], localFiles),
    })),
  };
}

function unitText(raw: PlainObject, at: Pointer, localFiles: LocalFiles): ElementText | undefined {
  const { contents, contents_local: local } = raw;
  if (typeof contents === 'string') return { text: contents, at: [...at, 'contents'], clear: true };
  const read =
    typeof local === 'string' ? readLocal(local, [...at, 'contents_local'], localFiles) : undefined;
  return read?.kind === 'text' ? read.text : undefined;
}
