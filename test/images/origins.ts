import { readFileSync, writeFileSync } from 'node:fs';
import type { FileServer } from './fileServer.ts';
import { sha } from './fileServer.ts';

/** The release that the origins of a test have at first. */
export const firstVersion = '44.20260707.3.1';
export const k3sVersion = 'v1.34.1+k3s1';

type Architecture = 'x86_64' | 'aarch64';

/** Bytes of a file, told by its name. */
export function contentOf(name: string): Buffer {
  return Buffer.alloc(20_000 + name.length, `${name}; `);
}

/** Addresses of a server that stands for all origins. */
export function mirrors({ origin }: FileServer): Record<string, string> {
  return {
    PILOTLIGHT_COREOS_URL: `${origin}/coreos`,
    PILOTLIGHT_K3S_URL: `${origin}/k3s`,
    PILOTLIGHT_K3S_SCRIPT_URL: `${origin}/k3s-source`,
  };
}

const origin = 'https://builds.coreos.fedoraproject.org';

/** Puts a release of Fedora CoreOS on a server, as the newest of its stream and by itself. */
export function publishCoreos(
  { files }: FileServer,
  {
    version = firstVersion,
    stream = 'stable',
    architectures = ['x86_64'] as Architecture[],
    signature = Buffer.from('no real signature') as Uint8Array,
  } = {},
): void {
  const formats = (architecture: Architecture) => {
    const file = (name: string) => {
      const path = `/prod/streams/${stream}/builds/${version}/${architecture}/fedora-coreos-${version}-${name}`;
      const bytes = contentOf(`${version} ${name}`);
      files.set(`/coreos${path}`, { bytes });
      files.set(`/coreos${path}.sig`, { bytes: signature });
      return { location: origin + path, signature: `${origin}${path}.sig`, sha256: sha(bytes) };
    };
    return {
      pxe: {
        kernel: file(`live-kernel.${architecture}`),
        initramfs: file(`live-initramfs.${architecture}.img`),
        rootfs: file(`live-rootfs.${architecture}.img`),
      },
      'raw.xz': { disk: file(`metal.${architecture}.raw.xz`) },
    };
  };
  const each = <T>(of: (architecture: Architecture) => T) =>
    Object.fromEntries(architectures.map((architecture) => [architecture, of(architecture)]));
  const put = (path: string, value: unknown) =>
    files.set(path, { bytes: Buffer.from(JSON.stringify(value)) });
  put(`/coreos/streams/${stream}.json`, {
    stream,
    architectures: each((architecture) => ({
      artifacts: { metal: { release: version, formats: formats(architecture) } },
    })),
  });
  put(`/coreos/prod/streams/${stream}/builds/${version}/release.json`, {
    release: version,
    stream,
    architectures: each((architecture) => ({ media: { metal: { artifacts: formats(architecture) } } })),
  });
}

/** Puts a K3s release on a server. */
export function publishK3s({ files }: FileServer, version = k3sVersion): void {
  const tag = encodeURIComponent(version);
  for (const [suffix, binary] of [
    ['amd64', 'k3s'],
    ['arm64', 'k3s-arm64'],
  ] as const) {
    const names = [binary, `k3s-airgap-images-${suffix}.tar.zst`];
    for (const name of names) files.set(`/k3s/${tag}/${name}`, { bytes: contentOf(`${version} ${name}`) });
    const lines = names.map((name) => `${sha(contentOf(`${version} ${name}`))}  ${name}\n`);
    files.set(`/k3s/${tag}/sha256sum-${suffix}.txt`, { bytes: Buffer.from(lines.join('')) });
  }
  files.set(`/k3s-source/${tag}/install.sh`, { bytes: contentOf(`${version} install.sh`) });
}

/** Takes K3s out of the example's lock: the origins of a test have other files of it than K3s itself. */
export function forgetK3s(lock: string): void {
  const [coreos = ''] = readFileSync(lock, 'utf8').split('k3s:\n', 1);
  writeFileSync(lock, coreos);
}
