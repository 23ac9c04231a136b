import type { Failure } from '../shared/failure.ts';
import { byteSize } from './bytes.ts';
import { counted, duration } from './counts.ts';
import { jsonText } from './jsonText.ts';
import { palette } from './palette.ts';
import { visible } from './visible.ts';

/** What a fetch did. */
export interface ImagesFetchReport {
  readonly folder: string;
  readonly files: readonly {
    readonly path: string;
    readonly outcome: 'there' | 'fetched' | 'failed';
    readonly downloaded: number;
    readonly signature: 'valid' | 'unchecked' | 'none';
    readonly signedBy?: string | undefined;
    readonly failure?: Pick<Failure, 'message' | 'next'>;
  }[];
  readonly seconds: number;
}

/** What became of each file, and what was made sure of it. */
export function imagesFetchText({ folder, files, seconds }: ImagesFetchReport, colour: boolean): string {
  const colours = palette(colour);
  const lines = files.map(({ path, outcome, downloaded, signature, signedBy, failure }) => {
    if (failure !== undefined) {
      const next = failure.next === undefined ? '' : `    ${visible(failure.next)}\n`;
      return `${colours.error('✗')} ${visible(failure.message)}\n${next}`;
    }
    const came = outcome === 'there' ? 'is there' : `fetched, ${byteSize(downloaded)}`;
    return `${colours.good('✓')} ${visible(path)}: ${came}, sha256 verified${signatureWords(signature, signedBy)}\n`;
  });
  const failed = files.filter(({ outcome }) => outcome === 'failed').length;
  const bytes = files.reduce((sum, { downloaded }) => sum + downloaded, 0);
  const took = `${byteSize(bytes)} in ${duration(seconds * 1000)}`;
  const end =
    failed > 0
      ? `${colours.error('✗')} ${counted(failed, 'file')} of ${files.length} missing in ${visible(folder)}\n`
      : `${colours.good('✓')} ${counted(files.length, 'file')} in ${visible(folder)} · ${took}\n`;
  return `${lines.join('')}${end}`;
}

function signatureWords(signature: 'valid' | 'unchecked' | 'none', signedBy: string | undefined): string {
  if (signature === 'valid') return `, signed by ${signedBy ?? 'a key that counts'}`;
  return signature === 'unchecked' ? ', signature not checked' : '';
}

/** The same as data. */
export function imagesFetchJson({ folder, files, seconds }: ImagesFetchReport): string {
  const plain = files.map(({ failure, ...file }) =>
    failure === undefined ? file : { ...file, problem: failure.message },
  );
  return jsonText({ version: 1, folder, seconds, files: plain });
}
