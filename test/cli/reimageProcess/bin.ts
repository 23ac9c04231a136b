import { registerHooks } from 'node:module';

/** The command line as a program of its own, on the lab of test/app/reimage: only the outside world is another one. */
const lab = new URL('./labWorld.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    const isWorld =
      found.url.endsWith('/src/adapters/world.ts') && context.parentURL?.endsWith('/src/cli/main.ts');
    return isWorld === true ? { ...found, url: lab } : found;
  },
});
await import('../../../src/cli/bin.ts');
