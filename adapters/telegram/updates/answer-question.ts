/** What people come for: questions answered, quotes checked. */

import { renderAnswer } from '../../../src/rendering/blocks/render-answer.ts'
import { renderVerification } from '../../../src/rendering/blocks/render-verification.ts'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Presence } from '../connection/presence.ts'
import { answerKeyboard } from '../messages/keyboards.ts'
import { renderingMessages } from '../messages/messages.ts'
import type { AnswerParts } from '../messages/parts.ts'
import type { Plan } from './steps.ts'
import type { Visitor } from './visitor.ts'

/** The exact words, their sources, and buttons. */
export async function answerQuestion(
  text: string,
  visitor: Visitor,
  { desk, keepsAnswers }: AnswerParts,
  presence: Presence,
): Promise<Plan> {
  const { asker, personId, place, chosenLanguage, private: isPrivate } = visitor
  presence.begin(place, deskTexts(chosenLanguage ?? desk.languageOf(text)).searching)
  const answer = await desk.ask({
    text,
    asker,
    // In a group everybody has a conversation of their own with the bot.
    conversation: `telegram:${place.chat}:${personId}`,
    private: isPrivate,
    onWaiting: presence.waiting,
    ...(chosenLanguage !== undefined && { language: chosenLanguage }),
  })
  const rendering = renderAnswer(answer, { kept: keepsAnswers && !isPrivate, private: isPrivate, asked: text })
  return { steps: [...renderingMessages(rendering, place, answerKeyboard(answer))], private: isPrivate }
}

/** Whether quotes and figures stand so in an article; said in the reader's language: the words may be another's. */
export async function verifyText(
  text: string,
  visitor: Visitor,
  { desk }: AnswerParts,
  presence: Presence,
): Promise<Plan> {
  const { readerLanguage } = visitor
  presence.begin(visitor.place, deskTexts(readerLanguage ?? desk.languageOf(text)).searching)
  const { verification, language } = await desk.verify(text, readerLanguage)
  const rendering = renderVerification(verification, language)
  return { steps: [...renderingMessages(rendering, visitor.place)], private: visitor.private }
}
