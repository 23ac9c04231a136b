import { posix } from 'node:path';
import type { Finding } from '../../shared/finding.ts';
import { at, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { also, report } from './report.ts';

/** An iPXE binary comes from one place, and a file of the inventory is there. What lies elsewhere on the machine is not known here. */
export function* ipxeSource(
  { files, folder }: Pick<RuleContext, 'files' | 'folder'>,
  written: Written,
): Generator<Finding> {
  const key = `${text(at(written, 'name')) ?? 'snponly.efi'} for ${text(at(written, 'architecture'))}`;
  const url = text(at(written, 'url'));
  const path = text(at(written, 'path'));
  if (url === undefined && path === undefined)
    yield report('PL1298', written, `${key} comes from nowhere`, {
      hint: 'add the `url` that it is fetched from, or the `path` of a file of this machine',
    });
  if (url !== undefined && path !== undefined)
    yield report('PL1298', at(written, 'path'), `${key} comes from two places`, {
      hint: 'keep `url` or `path`',
      related: also(at(written, 'url')),
    });
  if (url?.startsWith('http://') === true)
    yield report('PL1268', at(written, 'url'), `${key} is fetched without TLS`, {
      hint: 'write https:// (the hash protects the file, TLS also hides what is fetched)',
    });
  if (url === undefined && path !== undefined && isMissing(path, files))
    yield report('PL1299', at(written, 'path'), `there is no ${folder}/${posix.normalize(path)}`, {
      hint: 'put the file there, or write the absolute path of one of this machine',
    });
}

function isMissing(path: string, files: RuleContext['files']): boolean {
  const relative = posix.normalize(path);
  if (posix.isAbsolute(relative) || relative.startsWith('..')) return false;
  // Hidden files and what editors leave behind are not read.
  return !relative.split('/').some((part) => part.startsWith('.')) && !files.has(relative);
}
