/** What is shown while an answer is made: never a word that was not checked. */
import type { Progress } from '../../../src/desk/types.ts'
import { renderAnswer } from '../../../src/rendering/blocks/render-answer.ts'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Language } from '../../../src/types.ts'
import type { Draft } from '../connection/presence.ts'
import { type Place, renderingMessages } from '../messages/messages.ts'
import { telegramTexts } from '../messages/telegram-texts.ts'

/** Searching seldom takes so long, writing always does. */
const AFTER_SEARCHING_MS = 2_500
const AFTER_WRITING_MS = 1_000

/**
 * While a model writes: the exact words of the articles, under a line that says what is being done.
 * @param language of whoever asks, as long as no answer shows it.
 */
export function draftAnswer(progress: Progress, place: Place, language: Language, asked: string): Draft {
  if (progress.stage === 'searching') return { line: deskTexts(language).searching, afterMs: AFTER_SEARCHING_MS }
  const { quoted } = progress
  const texts = telegramTexts(quoted.language)
  const line = progress.stage === 'writing' ? texts.writing(progress.passages) : texts.checking(progress.claims)
  const { groups } = renderAnswer(quoted, { kept: false, asked })
  const [message] = renderingMessages(
    { tone: 'plain', groups: [[{ kind: 'lead', spans: [{ text: line }] }], ...groups] },
    place,
  )
  return { line, afterMs: AFTER_WRITING_MS, ...(message !== undefined && { message }) }
}
