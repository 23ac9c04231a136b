import { type Digest, shortDigest } from '../../shared/digest.ts';
import type { Pointer, StorageState } from '../plan/state.ts';

/** What a storage says of the release that machines are served. */
export type Pointing = Pick<StorageState, 'pointer' | 'bootFile'>;

/** What machines are served, as far as a run knows: every failure says it. */
export class Standing {
  #pointer: Pointer | undefined;
  #served: Digest | undefined;
  #switching: Digest | undefined;
  #switched = false;

  constructor(state: Pointing) {
    this.read(state);
  }

  /** What the storage said anew, before anything was switched. */
  read({ pointer, bootFile }: Pointing): void {
    this.#pointer = pointer;
    this.#served = bootFile === undefined ? pointer?.release : bootFile.release;
  }

  /** From here until {@link switched} or {@link kept}, nobody knows which of two releases is served. */
  switching(release: Digest): void {
    this.#switching = release;
  }

  switched(pointer: Pointer): void {
    this.#pointer = pointer;
    this.#served = pointer.release;
    this.#switching = undefined;
    this.#switched = true;
  }

  /** Nothing was written. */
  kept(): void {
    this.#switching = undefined;
  }

  /** Whether this run has switched. */
  get hasSwitched(): boolean {
    return this.#switched;
  }

  get pointer(): Pointer | undefined {
    return this.#pointer;
  }

  /** `the router still serves release 0123456789ab` */
  get text(): string {
    const release = this.#served === undefined ? undefined : `release ${shortDigest(this.#served)}`;
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
