import { gunzipSync } from 'node:zlib';

/** The texts of the files of an Ignition configuration, by path. */
export function filesIn(ignition: string): Map<string, string> {
  const { storage } = JSON.parse(ignition) as {
    storage: { files: { path: string; contents: { source: string; compression?: string } }[] };
  };
  return new Map(
    storage.files.map(({ path, contents: { source, compression } }) => {
      const [, encoding, data = ''] = /^data:(;base64)?,(.*)$/s.exec(source) ?? [];
      const bytes = Buffer.from(
        encoding === undefined ? unescape(data) : data,
        encoding === undefined ? 'latin1' : 'base64',
      );
      return [path, (compression === 'gzip' ? gunzipSync(bytes) : bytes).toString()];
    }),
  );
}
