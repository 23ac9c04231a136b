import type { NewObject, ObjectStore } from '../ports/objectStore.ts';
import type { ReleaseReader } from '../ports/releaseFolder.ts';
import { manifestPath } from '../release/manifest.ts';
import { type Digest, sha256 } from '../shared/digest.ts';
import { Failure } from '../shared/failure.ts';
import { inParallel } from '../shared/inParallel.ts';

/** A release that lies in a folder, to be put on object storage. */
export interface ObjectRelease {
  readonly id: Digest;
  readonly site: string;
  /** Folder of its own below the place, where there are several sites: `paris/`. */
  readonly below: string;
  readonly reader: ReleaseReader;
}

/** What was done for a release. */
export interface PublishedObjects {
  readonly site: string;
  readonly id: Digest;
  /** `s3://bucket/prefix/releases/<id>` */
  readonly place: string;
  /** Objects that were not there yet. */
  readonly uploaded: number;
  /** Objects that were there with the same content. */
  readonly kept: number;
  /** Whether the pointer was moved to it. */
  readonly switched: boolean;
}

/** Files beside the content of a release, which may say something else each time. */
const companions = /\/(manifest|origin)\.json$/;

/** Requests under way at a time. */
const atATime = 8;

/**
 * Puts a release on object storage: its files, then its manifest, then the two pointers that name it: `current.json` for programs, and
 * `boot.ipxe` for machines, which leads to the release's own. Whoever reads a pointer finds a whole release, whenever this ends. What is
 * there already is not sent again; a release that differs from its name is refused.
 */
export async function publishObjects(release: ObjectRelease, store: ObjectStore): Promise<PublishedObjects> {
  const { id, site, below, reader } = release;
  const folder = `${below}releases/${id}`;
  const paths = (await reader.list()).filter((path) => path !== manifestPath);
  const manifest = await releaseObject(folder, manifestPath, reader);
  // Each file is asked for, also where the manifest is there: somebody may have deleted one.
  const sent = await inParallel(paths, atATime, async (path) =>
    putOnce(await releaseObject(folder, path, reader), store),
  );
  sent.push(await putOnce(manifest, store));
  const switched = await Promise.all(pointers(release).map((pointer) => putIfOther(pointer, store)));
  const uploaded = sent.filter(Boolean).length;
  return {
    site,
    id,
    place: `${store.place}/${folder}`,
    uploaded,
    kept: paths.length + 1 - uploaded,
    switched: switched.some(Boolean),
  };
}

async function releaseObject(folder: string, path: string, reader: ReleaseReader): Promise<NewObject> {
  const text = await reader.read(path);
  if (text === undefined) throw new Failure('world', `${path} went away while it was published`);
  const key = `${folder}/${path}`;
  return object(key, text, !companions.test(key));
}

function object(key: string, text: string, immutable: boolean): NewObject {
  const bytes = Buffer.from(text, 'utf8');
  return { key, bytes, sha256: sha256(bytes), contentType: contentTypeOf(key), immutable };
}

function contentTypeOf(key: string): string {
  if (key.endsWith('.ign')) return 'application/vnd.coreos.ignition+json';
  return key.endsWith('.json') ? 'application/json' : 'text/plain; charset=utf-8';
}

/** Stores an object of a release; answers whether it was missing. */
async function putOnce(wanted: NewObject, store: ObjectStore): Promise<boolean> {
  const there = await store.digest(wanted.key);
  if (there === wanted.sha256) return false;
  if (there !== undefined && !companions.test(wanted.key)) {
    throw new Failure('refused', `${store.place}/${wanted.key} is there already, with other content`, {
      next: 'somebody changed it: remove that release from the bucket, and publish again',
    });
  }
  await store.put(wanted);
  return true;
}

async function putIfOther(wanted: NewObject, store: ObjectStore): Promise<boolean> {
  if ((await store.digest(wanted.key)) === wanted.sha256) return false;
  await store.put(wanted);
  return true;
}

function pointers({ id, site, below }: ObjectRelease): NewObject[] {
  const boot = ['#!ipxe', '# Leads to the current release.', `chain releases/${id}/boot.ipxe`, ''].join('\n');
  const current = `${JSON.stringify({ version: 1, site, release: id })}\n`;
  return [object(`${below}boot.ipxe`, boot, false), object(`${below}current.json`, current, false)];
}
