import { type Finding, hasErrors } from '../shared/finding.ts';
import type { Document } from './model/document.ts';
import type { Manifest } from './model/site.ts';
import type { SourceFile, Sources } from './model/source.ts';
import { decode } from './reading/decode.ts';
import { readDocument } from './reading/readDocument.ts';
import { readDocumentStream } from './reading/readDocumentStream.ts';
import type { Layers } from './resolve/layer.ts';
import { overlayFolder, overlayPath, overlayReferences } from './resolve/overlays.ts';
import { checkShape } from './shape/checkShape.ts';

/** A document that was read, and whether it has the shape that it should have. */
export interface ReadDocument {
  readonly document: Document;
  readonly sound: boolean;
}

/** A file of manifests/, and its documents as far as they can be read. */
export interface ManifestFile extends Manifest {
  readonly documents: readonly Document[];
}

/** The documents of a site's folder, and all that is wrong with their syntax and shape. */
export interface ReadDocuments {
  readonly site: ReadDocument | undefined;
  /** Node files in order of path, those that could be read. */
  readonly nodes: readonly ReadDocument[];
  /** Whether each node file could be read and has the right shape. */
  readonly allNodesSound: boolean;
  readonly imageLock: ReadDocument | undefined;
  /** Whether the image lock, when there is one, could be read and has the right shape. */
  readonly imageLockSound: boolean;
  readonly manifests: readonly ManifestFile[];
  readonly findings: readonly Finding[];
}

/** Reads everything that the inventory consists of but overlays: which of them are needed shows only later. */
export function readDocuments({ files }: Sources): ReadDocuments {
  const findings: Finding[] = [];
  const read = (file: SourceFile | undefined, kind: Parameters<typeof checkShape>[1]) =>
    file && readShaped(file, kind, findings);
  const site = read(files.get('site.yaml'), 'site');
  const lock = files.get('images.lock.yaml');
  const imageLock = read(lock, 'imagesLock');
  const nodeFiles = [...files.values()].filter(({ relative }) => /^nodes\/[^/]+\.yaml$/.test(relative));
  const nodes = nodeFiles.flatMap((file) => read(file, 'node') ?? []);
  return {
    site,
    nodes,
    allNodesSound: nodes.length === nodeFiles.length && nodes.every(({ sound }) => sound),
    imageLock,
    imageLockSound: lock === undefined || imageLock?.sound === true,
    manifests: readManifests(files, findings),
    findings,
  };
}

/** The overlays that some layers name, by path as a person would type it. Those that are not there are left out. */
export function readOverlays(
  layers: Layers,
  { files }: Sources,
): { readonly overlays: Map<string, Document>; readonly texts: string[]; readonly findings: Finding[] } {
  const overlays = new Map<string, Document>();
  const texts: string[] = [];
  const findings: Finding[] = [];
  const paths = new Set(layers.flatMap(overlayReferences).map((reference) => overlayPath(reference) ?? ''));
  for (const path of paths) {
    const file = files.get(`${overlayFolder}/${path}`);
    if (file === undefined) continue;
    const outcome = readDocument(file.path, file.bytes);
    findings.push(...outcome.findings);
    if (outcome.value === undefined) continue;
    overlays.set(file.path, outcome.value);
    texts.push(new TextDecoder().decode(file.bytes));
  }
  return { overlays, texts, findings };
}

function readShaped(
  file: SourceFile,
  kind: Parameters<typeof checkShape>[1],
  findings: Finding[],
): ReadDocument | undefined {
  const { value: document, findings: syntax } = readDocument(file.path, file.bytes);
  const shape = document === undefined ? [] : checkShape(document, kind);
  findings.push(...syntax, ...shape);
  return document && { document, sound: !hasErrors(syntax) && !hasErrors(shape) };
}

function readManifests(files: Sources['files'], findings: Finding[]): ManifestFile[] {
  const manifests: ManifestFile[] = [];
  for (const file of files.values()) {
    const [, name] = /^manifests\/([^/]+\.ya?ml)$/.exec(file.relative) ?? [];
    if (name === undefined) continue;
    const text = decode(file.path, file.bytes);
    if (typeof text !== 'string') {
      findings.push(text);
      continue;
    }
    const { value: documents, findings: own } = readDocumentStream(file.path, file.bytes, text);
    findings.push(...own);
    manifests.push({ file: file.path, name, text, documents });
  }
  return manifests;
}
