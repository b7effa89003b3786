/** Who reads what was found, and says where the answer stands. */

/** What a reader sees at once: a run of sentences of one article, and what it needs to understand them. */
export type Stretch = {
  /** The article's headline or first sentence, and the line that introduces a list, where they are not in the run itself. */
  readonly lead?: string
  readonly sentences: readonly string[]
}

/** Probabilities, 0 to 1, calibrated: what is given 0.8 is right four times in five. */
export type StretchReading = {
  /** That the stretch holds an answer at all. */
  readonly holds: number
  /** For each sentence, that it answers. */
  readonly sentences: readonly number[]
}

/** Reads the question and a stretch together, and says where the answer stands. */
export interface Reader {
  /** Names the model, for `status` and the evidence record. */
  readonly modelId: string
  /** Milliseconds that it is given, where the common limit is too short for what it is. */
  readonly patienceMs?: number
  /**
   * One reading a stretch, in their order; undefined for what was not read within `limitMs`, counted from when its turn
   * comes. The most promising come first: what is read is read from the start. The same texts are read alike each time.
   * @param signal ends the wait: what is thrown then is its reason.
   * Throws UserError or FileError when the model cannot be had, Error once the reader was closed.
   */
  read(
    question: string,
    stretches: readonly Stretch[],
    limitMs: number,
    signal?: AbortSignal,
  ): Promise<readonly (StretchReading | undefined)[]>
  /** Ends what is being read. Nothing happens the second time. */
  close(): Promise<void>
}
