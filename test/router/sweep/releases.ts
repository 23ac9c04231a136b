import { sampleRelease } from './sample.ts';

/** The releases of the sweep: the oldest becomes garbage when the new one is deployed, with its images. */
export const oldest = sampleRelease('oldest', { files: 3, images: [10_000] });
export const old = sampleRelease('old', { files: 5, images: [20_000] });
export const fresh = sampleRelease('new', { files: 30, images: [1_500_000, 1_000_000, 300_000] });
