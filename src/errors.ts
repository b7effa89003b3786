/**
 * A person's mistake: shown as one line that says what is wrong and what to do, exit status 2.
 * Everything else that is thrown is our fault: logged with its cause, exit status 1.
 */
export class UserError extends Error {
  override readonly name: string = 'UserError'
}

/**
 * A file cannot be used: damaged, full disk, held by another process. One clear line like a mistake; but where the file is
 * one of our own, nobody used the program wrongly: exit status 1.
 */
export class FileError extends UserError {
  override readonly name = 'FileError'
  /** Absolute. */
  readonly file: string

  constructor(file: string, message: string, options?: ErrorOptions) {
    super(`${file} ${message}`, options)
    this.file = file
  }
}

/**
 * Whether a person made a mistake and is told so. A file that cannot be used is none of theirs: where people ask from
 * elsewhere its path is not shown, and whoever runs the program finds it in the log.
 */
export function isMistake(error: unknown): error is UserError {
  return error instanceof UserError && !(error instanceof FileError)
}

/** A blank text was to be embedded: it would become a vector of NaN. */
export class EmptyTextError extends Error {
  override readonly name = 'EmptyTextError'
  readonly position: number

  constructor(position: number) {
    super(`text ${position} is blank and cannot be embedded`)
    this.position = position
  }
}

/** The index was built with another model than the one that is set. */
export class ModelMismatchError extends UserError {
  override readonly name = 'ModelMismatchError'
  readonly builtWith: string
  readonly configured: string

  constructor(builtWith: string, configured: string) {
    super(
      `the index was built with the model ${builtWith}, and ${configured} is set: run "sourcier index --rebuild", or set SOURCIER_EMBEDDING_MODEL back`,
    )
    this.builtWith = builtWith
    this.configured = configured
  }
}
