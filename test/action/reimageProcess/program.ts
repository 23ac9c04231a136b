import { registerHooks } from 'node:module';

/** The action's main part or its end, as a program of its own, on the lab of test/app/reimage: only the outside world is another one. */
const outside: Readonly<Record<string, { readonly by: string; readonly url: string }>> = {
  '/src/adapters/world.ts': { by: '/src/action/run.ts', url: './labWorld.ts' },
  '/src/adapters/gate/gates.ts': { by: '/src/action/post.ts', url: './labEnd.ts' },
  '/src/adapters/storage/openStorage.ts': { by: '/src/action/post.ts', url: './labEnd.ts' },
};
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    const other = Object.entries(outside).find(
      ([path, { by }]) => found.url.endsWith(path) && context.parentURL?.endsWith(by) === true,
    );
    return other === undefined ? found : { ...found, url: new URL(other[1].url, import.meta.url).href };
  },
});
await import(`../../../src/action/${process.env.LAB_PART ?? 'main'}.ts`);
