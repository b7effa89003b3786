import { LRUCache } from 'lru-cache'
import { UserError } from '../errors.ts'
import type { Ledger } from '../ports/ledger.ts'
import { guessLanguage } from '../verify/pasted/text-language.ts'
import { deskTexts } from './desk-texts.ts'
import type { Feedback } from './types.ts'

/** UTF-16 units. */
const longestNote = 1_000
const countedAtMost = 10_000

/** Takes what people think of answers. Throws UserError for a note that is too long. */
export function createFeedbackTaker(open: () => Promise<Ledger>): (feedback: Feedback) => Promise<void> {
  // Of an answer that is not kept only numbers are: a button pressed again must not count again.
  const counted = new LRUCache<string, true>({ max: countedAtMost })
  return async (feedback) => {
    const { answerId, asker, note } = feedback
    if (note !== undefined && note.length > longestNote) {
      throw new UserError(deskTexts(guessLanguage(note)).noteTooLong(longestNote))
    }
    const ledger = await open()
    const key = `${answerId} ${asker}`
    if ((await ledger.answer(answerId)) === undefined) {
      if (counted.has(key)) return
      counted.set(key, true)
    }
    await ledger.saveFeedback(feedback)
  }
}
