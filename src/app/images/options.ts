import type { FetchEvent } from '../../images/fetch/progress.ts';
import type { ImageSources } from '../../inventory/model/imageWishes.ts';

/** How a command of `pilotlight images` gets at files. */
export interface ImagesOptions {
  /** The cache. */
  readonly folder: string;
  /** Mirrors that count more than those of site.yaml. */
  readonly mirrors: Pick<ImageSources, 'coreosUrl' | 'k3sUrl' | 'k3sScriptUrl'>;
}

export interface ImagesHooks {
  readonly onEvent?: (event: FetchEvent) => void;
  /** Says that what runs now can be stopped in an orderly way. */
  readonly stoppable?: () => AbortSignal;
}

/** The mirrors that the environment names. */
export function mirrorsOf(
  environment: Readonly<Record<string, string | undefined>>,
): ImagesOptions['mirrors'] {
  const url = (name: string): string | undefined => environment[name]?.replace(/\/+$/, '') || undefined;
  const coreosUrl = url('PILOTLIGHT_COREOS_URL');
  const k3sUrl = url('PILOTLIGHT_K3S_URL');
  const k3sScriptUrl = url('PILOTLIGHT_K3S_SCRIPT_URL');
  return {
    ...(coreosUrl === undefined ? {} : { coreosUrl }),
    ...(k3sUrl === undefined ? {} : { k3sUrl }),
    ...(k3sScriptUrl === undefined ? {} : { k3sScriptUrl }),
  };
}
