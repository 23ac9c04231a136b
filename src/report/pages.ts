/** The project's home. */
export const home = 'https://github.com/lerenn/pilotlight';

/** The folder of the pages of docs/findings. */
export const findingPages = `${home}/blob/main/docs/findings`;
