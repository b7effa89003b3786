/** A rollback is a maintainer's choice: what runs by itself does not undo it, and neither does a run that adds something. */
import type { Revision } from '../../types.ts'

const rolledBack = /^rollback to \d+/u

/** The choice that holds, as the note of its revision has it: "rollback to 3". Undefined when there is none. */
export function heldChoice(current: Pick<Revision, 'note'> | undefined): string | undefined {
  return rolledBack.exec(current?.note ?? '')?.[0]
}

/** The note of a revision that leaves the choice as it is: "rollback to 3, then edit harbour". */
export function noteAfter(current: Pick<Revision, 'note'> | undefined, note: string): string {
  const choice = heldChoice(current)
  return choice === undefined ? note : `${choice}, then ${note}`
}

/** What a run that does nothing says. */
export function describeChoice(choice: string): string {
  return `the corpus was set back by hand (${choice}) and stays so: "sourcier index --yes" brings it up to date again`
}
