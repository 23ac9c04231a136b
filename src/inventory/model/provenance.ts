/** A path into a document: keys and indexes from its root. */
export type Pointer = readonly (string | number)[];

/** Where a resolved value came from. */
export type Origin =
  | { readonly kind: 'file'; readonly file: string; readonly pointer: Pointer }
  | { readonly kind: 'default' }
  | {
      readonly kind: 'derived';
      readonly from: string;
      /** Where the value stands that it follows from, as far as somebody wrote it. */
      readonly source?: { readonly file: string; readonly pointer: Pointer };
    };

/** Origins by path in the resolved model, in the form of a JSON Pointer: `/nodes/0/network/gateway`. */
export type Provenance = ReadonlyMap<string, Origin>;
