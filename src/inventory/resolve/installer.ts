import type { Installer } from '../model/node.ts';
import type { Layers } from './layer.ts';
import type { Note } from './note.ts';
import { pickBoolean, pickOne, pickOptionalText, pickText, pickTexts } from './pick.ts';

/** How a node is installed over the network. Layers are merged key by key. */
export function resolveInstaller(layers: Layers, note: Note): Installer {
  return {
    mode: pickOne(layers, ['installer', 'mode'], ['install', 'live'], 'install', note),
    source: pickOne(layers, ['installer', 'source'], ['osmet', 'metalImage'], 'osmet', note),
    insecure: pickBoolean(layers, ['installer', 'insecure'], false, note),
    ignitionFirstboot: pickBoolean(layers, ['installer', 'ignitionFirstboot'], false, note),
    ignitionUrl: pickText(layers, ['installer', 'ignitionUrl'], 'gate', note),
    urls: resolveUrls(layers, note),
    networkArguments: pickTexts(layers, ['installer', 'networkArguments'], ['rd.neednet=1', 'ip=dhcp'], note),
    liveArguments: pickTexts(layers, ['installer', 'liveArguments'], [], note),
    initrdName: pickText(layers, ['installer', 'initrdName'], 'main', note),
  };
}

function resolveUrls(layers: Layers, note: Note): Installer['urls'] {
  const urls: { -readonly [K in keyof Installer['urls']]: string } = {};
  for (const name of ['kernel', 'initramfs', 'rootfs', 'metalImage'] as const) {
    const url = pickOptionalText(layers, ['installer', 'urls', name], note);
    if (url !== undefined) urls[name] = url;
  }
  return urls;
}
