/** Waits for something, at most for a time and until a signal; then it fails with what `late` says, or the signal's reason. */
export function within<T>(
  waited: Promise<T>,
  limits: { readonly milliseconds: number; readonly signal: AbortSignal | undefined },
  late: () => Error,
): Promise<T> {
  const { milliseconds, signal } = limits;
  return new Promise((resolve, reject) => {
    const aborted = (): void => settle(() => reject(signal?.reason));
    const timer = setTimeout(() => settle(() => reject(late())), milliseconds);
    const settle = (how: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
      how();
    };
    waited.then(
      (value) => settle(() => resolve(value)),
      (error) => settle(() => reject(error)),
    );
    if (signal?.aborted === true) aborted();
    else signal?.addEventListener('abort', aborted);
  });
}
