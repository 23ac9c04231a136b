/** A folder to be kept as an artifact of the workflow run. */
export interface ArtifactUpload {
  /** Name of the artifact, of its own in the run. */
  readonly name: string;
  /** Folder whose content becomes the content of the artifact. */
  readonly folder: string;
  /** Paths of the files relative to the folder. */
  readonly files: readonly string[];
  /** Days that it is kept; the repository's own setting when undefined. */
  readonly retentionDays?: number | undefined;
}

/** An artifact as GitHub took it. */
export interface UploadedArtifact {
  readonly id: number;
  /** SHA-256 of the archive, in hexadecimal digits. */
  readonly digest: string | undefined;
}

/** The artifacts of the workflow run that this program is a step of. */
export interface ArtifactStore {
  /** Uploads a folder. Throws a Failure when that cannot be done. */
  upload(upload: ArtifactUpload): Promise<UploadedArtifact>;
}
