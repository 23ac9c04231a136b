import type { Code } from '../../../shared/catalogue.ts';
import { finding } from '../../../shared/finding.ts';
import { bootedFiles } from '../bootedImages.ts';
import { type IpxeRule, placeOf } from '../context.ts';

/** All files of a boot agree with the first one of which the fact is known. */
function agree(code: Code, fact: 'version' | 'architecture', noun: string): IpxeRule {
  return (context) =>
    context.boots.flatMap((boot) => {
      const files = bootedFiles(context, boot).filter((file) => file[fact] !== undefined);
      const [first, ...others] = files;
      if (first === undefined) return [];
      return others
        .filter((file) => file[fact] !== first[fact])
        .map((file) =>
          finding(
            code,
            placeOf(context, file.token),
            `the ${file.what} is of ${noun} ${file[fact]}, the ${first.what} of ${first[fact]}`,
            { related: [{ place: placeOf(context, first.token), message: `the ${first.what}` }] },
          ),
        );
    });
}

/** PL3028: all files of a boot are of one release. */
export const mixedReleases: IpxeRule = agree('PL3028', 'version', 'release');

/** PL3029: all files of a boot are of one architecture. */
export const mixedArchitectures: IpxeRule = agree('PL3029', 'architecture', 'architecture');
