/** Where coreos-installer looks for the signature of an image: at the same URL, with `.sig` after its path. */
export function signatureUrl(image: string): string {
  return image.replace(/[?#].*$|$/s, (rest) => `.sig${rest}`);
}
