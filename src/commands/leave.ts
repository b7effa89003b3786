/** How the program ends when it is told to: at once, unless somebody has to finish first. */

let finishing: (() => void) | undefined

/** Calls `finish` at the first signal; the next one ends the program at once. @returns what takes this back. */
export function finishBeforeLeaving(finish: () => void): () => void {
  finishing = finish
  return () => {
    finishing = undefined
  }
}

/** @param status with which the program ends when nobody has to finish. */
export function leave(status: number): void {
  const finish = finishing
  finishing = undefined
  if (finish === undefined) process.exit(status)
  finish()
}
