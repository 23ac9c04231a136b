import type { InitReport } from '../../report/initReport.ts';
import { Failure } from '../../shared/failure.ts';
import type { Finding } from '../../shared/finding.ts';
import type { Draft } from './draft.ts';

/** Errors of a new inventory that are none of a mistake: no disk is named yet, and no image locked. */
const forLater: ReadonlySet<string> = new Set(['PL1248', 'PL1264', 'PL1270']);

/** Refuses a draft with mistakes in what would be written; answers the errors that only a person, or the network, can mend. */
export function leftOver(
  { files, findings }: Pick<Draft, 'files' | 'findings'>,
  folder: string,
): InitReport['left'] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const own = new Set([...files.keys()].map((path) => (folder === '.' ? path : `${folder}/${path}`)));
  const wrong = errors.filter(({ code, place }) => !forLater.has(code) && own.has(place.file));
  if (wrong.length > 0) {
    throw new Failure(
      'usage',
      ['what was said makes no inventory:', ...wrong.map((each) => `  ${line(each)}`)].join('\n'),
      {
        next: 'say it otherwise; nothing was written',
      },
    );
  }
  return errors.map(({ code, place, message }) => ({ code, place: `${place.file}:${place.line}`, message }));
}

function line({ code, place: { file }, message, hint }: Finding): string {
  return `${file}: ${message} (${code})${hint === undefined ? '' : `\n    ${hint}`}`;
}
