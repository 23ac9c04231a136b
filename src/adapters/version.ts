/** Pilotlight's version. The build puts in what package.json says; from source it is a version of its own. */
export const version: string = process.env.PILOTLIGHT_VERSION ?? '0.0.0-source';
