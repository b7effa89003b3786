/** What people come for: questions answered, quotes checked. */

import type { FigureTable } from '../../../src/figures-table/types.ts'
import { renderAnswer } from '../../../src/rendering/blocks/render-answer.ts'
import { renderFigures } from '../../../src/rendering/blocks/render-figures.ts'
import { renderVerification } from '../../../src/rendering/blocks/render-verification.ts'
import type { Block, Group } from '../../../src/rendering/types.ts'
import type { Language } from '../../../src/types.ts'
import type { Presence } from '../connection/presence.ts'
import { answerKeyboard } from '../messages/keyboards.ts'
import { renderingMessages } from '../messages/messages.ts'
import type { AnswerParts } from '../messages/parts.ts'
import { telegramTexts } from '../messages/telegram-texts.ts'
import { draftAnswer } from './draft-answer.ts'
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
  const language = chosenLanguage ?? desk.languageOf(text)
  presence.begin(place)
  const answer = await desk.ask({
    text,
    asker,
    // In a group everybody has a conversation of their own with the bot.
    conversation: `telegram:${place.chat}:${personId}`,
    private: isPrivate,
    onProgress: (progress) => presence.show(draftAnswer(progress, place, language, text)),
    ...(chosenLanguage !== undefined && { language: chosenLanguage }),
  })
  const rendering = renderAnswer(answer, { kept: keepsAnswers && !isPrivate, private: isPrivate, asked: text })
  const steps = [...renderingMessages(rendering, place, answerKeyboard(answer))]
  return { steps, private: isPrivate, answerId: answer.id }
}

/** Whether quotes and figures stand so in an article; said in the reader's language: the words may be another's. */
export async function verifyText(
  text: string,
  visitor: Visitor,
  { desk }: AnswerParts,
  presence: Presence,
): Promise<Plan> {
  const { readerLanguage } = visitor
  presence.begin(visitor.place)
  const { verification, language, figures } = await desk.verify(text, readerLanguage)
  const { tone, groups } = renderVerification(verification, language)
  const beside = figures === undefined ? [] : renderBeside(figures, language)
  const steps = [...renderingMessages({ tone, groups: [...groups, ...beside] }, visitor.place)]
  return { steps, private: visitor.private }
}

/** The figures under a heading of their own: their topic is the whole text. */
function renderBeside(figures: FigureTable, language: Language): readonly Group[] {
  const [[, ...rows] = [], ...sentences] = renderFigures(figures, language).groups
  const title: Block = { kind: 'title', spans: [{ text: telegramTexts(language).figuresBeside }] }
  return [[title, ...rows], ...sentences]
}
