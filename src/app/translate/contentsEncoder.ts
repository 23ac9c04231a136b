import type { EncodedContents, Translator } from '../../ports/translator.ts';

interface Waiting {
  readonly text: string;
  readonly resolve: (encoded: EncodedContents | undefined) => void;
}

/** Encodes texts with the official code. What is asked for in one turn, by however many nodes, goes in one call. */
export function contentsEncoder(translator: Pick<Translator, 'encodeContents'>) {
  let waiting: Waiting[] = [];

  async function flush(): Promise<void> {
    const batch = waiting;
    waiting = [];
    const encoded = await translator.encodeContents(batch.map(({ text }) => text)).catch(() => undefined);
    for (const [index, { resolve }] of batch.entries()) resolve(encoded?.[index]);
  }

  return (text: string): Promise<EncodedContents | undefined> =>
    new Promise((resolve) => {
      waiting.push({ text, resolve });
      if (waiting.length === 1) setImmediate(() => void flush());
    });
}
