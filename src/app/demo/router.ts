import { imageFoldersOf } from '../../inventory/model/imageSetFiles.ts';
import type { HttpAnswer } from '../../ports/loopback.ts';
import type { ReleaseReader } from '../../ports/releaseFolder.ts';
import type { Manifest } from '../../release/manifest.ts';

/** One request that the demo's router saw. */
export interface SeenRequest {
  readonly path: string;
  readonly status: number;
}

/**
 * The demo's router: serves one release from a folder, names the files of its image sets as present (without their
 * bytes: the demo fetches nothing from outside), and answers as the gate does, from the nodes armed so far.
 */
export class DemoRouter {
  readonly seen: SeenRequest[] = [];
  /** MACs with hyphens that may install, once. */
  readonly #armed = new Map<string, { readonly install: string; readonly ignition: string }>();
  readonly #release: ReleaseReader;
  readonly #releasePath: string;
  readonly #images: ReadonlySet<string>;
  readonly #gate: string;
  readonly #base: string;

  constructor(manifest: Manifest, release: ReleaseReader) {
    const base = new URL(manifest.site.router.url).pathname.replace(/\/$/, '');
    this.#base = manifest.site.router.url;
    this.#release = release;
    this.#releasePath = `${base}/releases/${manifest.release.id}/`;
    this.#gate = `${base}/cgi-bin/gate/`;
    this.#images = new Set(
      manifest.images
        .flatMap(imageFoldersOf)
        .flatMap(({ path, files }) => files.map(({ name }) => `${base}/${path}/${name}`)),
    );
  }

  /** URL of the script that DHCP would name. */
  get bootUrl(): string {
    return new URL(`${this.#releasePath}boot.ipxe`, this.#base).href;
  }

  /** Allows one machine to install, as `arm` will on a real router. */
  arm(hexhypMac: string, files: { readonly install: string; readonly ignition: string }): void {
    this.#armed.set(hexhypMac, files);
  }

  async answer(path: string): Promise<HttpAnswer> {
    const answered = await this.#find(path.replace(/\?.*$/s, ''));
    this.seen.push({ path, status: answered.status });
    return answered;
  }

  async #find(path: string): Promise<HttpAnswer> {
    if (path.startsWith(this.#gate)) return this.#askGate(path.slice(this.#gate.length));
    if (this.#images.has(path)) return { status: 200 };
    if (!path.startsWith(this.#releasePath)) return { status: 404 };
    const body = await this.#release.read(path.slice(this.#releasePath.length));
    return body === undefined ? { status: 404 } : { status: 200, body };
  }

  /** An unarmed machine gets a 404, on which its script boots the local disk. */
  #askGate(mac: string): HttpAnswer {
    const files = this.#armed.get(mac);
    if (files === undefined) return { status: 404 };
    const release = new URL(this.#releasePath, this.#base).href;
    const lines = [
      '#!ipxe',
      `set ignition-url ${release}${files.ignition}`,
      `chain ${release}${files.install}`,
      '',
    ];
    return { status: 200, body: lines.join('\n') };
  }
}
