/** What an answer must do: say something that the question does not. */
import type { Question } from '../../question/question.ts'
import { foldWords } from '../../text/fold.ts'

/** Whether words say something that the question does not. */
export function isNew(text: string, question: Question): boolean {
  const asked = new Set(question.words.map(({ word }) => word))
  return foldWords(text).some(({ word }) => !asked.has(word) && (word.length > 2 || /\d/.test(word)))
}
