import { type Digest, shortDigest } from '../../shared/digest.ts';
import type { Pointer } from '../plan/state.ts';

/** What machines are served, as far as a run knows: every failure says it. */
export class Standing {
  #pointer: Pointer | undefined;
  #switching: Digest | undefined;
  #switched = false;

  constructor(pointer: Pointer | undefined) {
    this.#pointer = pointer;
  }

  /** What the storage said anew, before anything was switched. */
  read(pointer: Pointer | undefined): void {
    this.#pointer = pointer;
  }

  /** From here until {@link switched} or {@link kept}, nobody knows which of two releases is served. */
  switching(release: Digest): void {
    this.#switching = release;
  }

  switched(pointer: Pointer): void {
    this.#pointer = pointer;
    this.#switching = undefined;
    this.#switched = true;
  }

  /** Nothing was written. */
  kept(): void {
    this.#switching = undefined;
  }

  get pointer(): Pointer | undefined {
    return this.#pointer;
  }

  /** `the router still serves release 0123456789ab` */
  get text(): string {
    const release = this.#pointer === undefined ? undefined : `release ${shortDigest(this.#pointer.release)}`;
    if (this.#switching !== undefined) {
      const next = `release ${shortDigest(this.#switching)}`;
      return release === undefined
        ? `the router serves ${next} if the switch was written, and nothing otherwise`
        : `the router serves ${release}, or ${next} if the switch was written: both are whole`;
    }
    if (release === undefined) return 'the router serves no release yet';
    return this.#switched ? `the router serves ${release} now` : `the router still serves ${release}`;
  }
}
