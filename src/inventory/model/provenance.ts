/** A path into a document: keys and indexes from its root. */
export type Pointer = readonly (string | number)[];

/** Where a resolved value came from. */
export type Origin =
  | { readonly kind: 'file'; readonly file: string; readonly pointer: Pointer }
  | { readonly kind: 'default' }
  | { readonly kind: 'derived'; readonly from: string };

/** Origins by path in the resolved model, in the form of a JSON Pointer: `/nodes/0/network/gateway`. */
export type Provenance = ReadonlyMap<string, Origin>;
