/** A file path as the path of a URL: each part encoded, so that `#`, `?` and `:` stay part of the name. */
export function urlPath(file: string): string {
  return file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
}
