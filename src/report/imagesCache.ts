import { byteSize } from './bytes.ts';
import { counted } from './counts.ts';
import { jsonText } from './jsonText.ts';
import { palette } from './palette.ts';
import { visible } from './visible.ts';

/** What reading the cache again showed. */
export interface ImagesVerifyReport {
  readonly folder: string;
  readonly files: readonly {
    readonly path: string;
    readonly size: number;
    readonly state: 'whole' | 'missing' | 'damaged' | 'badSignature';
    readonly signature: 'valid' | 'unchecked' | 'none';
    readonly problem?: string;
  }[];
}

const signatureWords = {
  valid: ', signature valid',
  unchecked: ', signature not checked',
  none: '',
} as const;

/** The state of each file. */
export function imagesVerifyText({ folder, files }: ImagesVerifyReport, colour: boolean): string {
  const colours = palette(colour);
  const lines = files.map(({ path, size, state, signature, problem }) => {
    if (state === 'missing') return `${colours.warning('!')} ${visible(path)} is not there\n`;
    if (state !== 'whole') {
      return `${colours.error('✗')} ${visible(path)} was removed: ${visible(problem ?? state)}\n`;
    }
    return `${colours.good('✓')} ${visible(path)}: ${byteSize(size)}${signatureWords[signature]}\n`;
  });
  const bad = files.filter(({ state }) => state !== 'whole').length;
  const end =
    bad === 0
      ? `${colours.good('✓')} ${counted(files.length, 'file')} verified in ${visible(folder)}\n`
      : `${colours.error('✗')} ${counted(bad, 'file')} missing in ${visible(folder)}: pilotlight images fetch brings them\n`;
  return `${lines.join('')}${end}`;
}

/** The same as data. */
export function imagesVerifyJson(report: ImagesVerifyReport): string {
  return jsonText({ version: 1, ...report });
}

export interface ImagesPruneReport {
  readonly folder: string;
  readonly removed: readonly { readonly path: string; readonly size: number }[];
  readonly kept: readonly { readonly path: string; readonly size: number }[];
  readonly dryRun: boolean;
}

/** What was removed, and how much room that made. */
export function imagesPruneText(
  { folder, removed, kept, dryRun }: ImagesPruneReport,
  colour: boolean,
): string {
  const { good } = palette(colour);
  const lines = removed.map(({ path, size }) => `- ${visible(path)}: ${byteSize(size)}\n`);
  const bytes = removed.reduce((sum, { size }) => sum + size, 0);
  const verb = dryRun ? 'would be removed' : 'removed';
  return `${lines.join('')}${good('✓')} ${counted(removed.length, 'file')} ${verb} from ${visible(folder)}, ${byteSize(bytes)}; ${counted(kept.length, 'file')} kept\n`;
}

/** The same as data. */
export function imagesPruneJson(report: ImagesPruneReport): string {
  return jsonText({ version: 1, ...report });
}

export interface ImagesImportReport {
  readonly folder: string;
  readonly from: string;
  readonly files: readonly {
    readonly path: string;
    readonly outcome: 'there' | 'imported' | 'missing' | 'different';
    readonly bytes: number;
    readonly from?: string;
    readonly problem?: string;
    readonly signature: 'valid' | 'unchecked' | 'none';
  }[];
}

/** What became of each file. */
export function imagesImportText({ folder, from, files }: ImagesImportReport, colour: boolean): string {
  const colours = palette(colour);
  const lines = files.map(({ path, outcome, bytes, from: found, problem, signature }) => {
    const verified = `sha256 verified${signatureWords[signature]}\n`;
    if (outcome === 'there') return `${colours.good('✓')} ${visible(path)}: is there, ${verified}`;
    if (outcome === 'imported') {
      return `${colours.good('✓')} ${visible(path)}: ${byteSize(bytes)} from ${visible(found ?? '')}, ${verified}`;
    }
    return `${colours.error('✗')} ${visible(path)}: ${visible(problem ?? `is not below ${from}`)}\n`;
  });
  const bad = files.filter(({ outcome }) => outcome === 'missing' || outcome === 'different').length;
  const end =
    bad === 0
      ? `${colours.good('✓')} ${counted(files.length, 'file')} in ${visible(folder)}\n`
      : `${colours.error('✗')} ${counted(bad, 'file')} of ${files.length} missing in ${visible(folder)}\n`;
  return `${lines.join('')}${end}`;
}

/** The same as data. */
export function imagesImportJson(report: ImagesImportReport): string {
  return jsonText({ version: 1, ...report });
}
