import type { PlacedFlaw } from '../flaw.ts';
import type { NodeFiles } from '../nodeFiles.ts';

/** PL3213: kernel arguments that shall be there and not be there. */
export function contradictoryArguments({ kernelArguments }: NodeFiles): PlacedFlaw[] {
  const wanted = new Set(kernelArguments.shouldExist.flatMap(({ element }) => element.split(/\s+/)));
  return kernelArguments.shouldNotExist.flatMap(({ at, element }) =>
    element
      .split(/\s+/)
      .filter((argument) => argument !== '' && wanted.has(argument))
      .map(
        (argument): PlacedFlaw => ({
          code: 'PL3213',
          message: `the kernel argument ${argument} shall both exist and not exist`,
          at,
        }),
      ),
  );
}
