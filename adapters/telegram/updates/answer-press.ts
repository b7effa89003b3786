/** A button that was pressed: by whoever, whenever, with whatever data. Always answered, so that it stops turning. */
import type { CallbackQuery } from 'grammy/types'
import type { Desk, FeedbackKind } from '../../../src/desk/types.ts'
import { isMistake } from '../../../src/errors.ts'
import type { FigureTable } from '../../../src/figures-table/types.ts'
import { renderAnswer } from '../../../src/rendering/blocks/render-answer.ts'
import { renderFigures } from '../../../src/rendering/blocks/render-figures.ts'
import { renderPassage } from '../../../src/rendering/blocks/render-passage.ts'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Rendering } from '../../../src/rendering/types.ts'
import type { Answer, Language } from '../../../src/types.ts'
import { type Press, readPress } from '../messages/callback-data.ts'
import { answerKeyboard, citationKeyboard } from '../messages/keyboards.ts'
import { type Place, renderingMessages } from '../messages/messages.ts'
import type { AnswerParts } from '../messages/parts.ts'
import { describeLanguage } from './answer-command.ts'
import type { Keyboard, Plan, Step } from './steps.ts'
import { languageOf, meet, type Visitor } from './visitor.ts'

type AnswerPress = Exclude<Press, { action: 'language' }>

/** An answer longer than this is refused. */
const PRESS_TEXT_LIMIT = 200

export async function answerPress(query: CallbackQuery, parts: AnswerParts): Promise<Plan> {
  const { message, from, data } = query
  const tell = (text?: string, alert = false): Step => pressAnswer(query.id, text, alert)
  const only = (text: string, alert = true): Plan => ({ steps: [tell(text, alert)], private: true })
  const press = data === undefined ? undefined : readPress(data)
  const texts = deskTexts(languageOf(from))
  if (message === undefined || press === undefined) return only(texts.expired)
  const visit = { personId: from.id, chatId: message.chat.id, isGroup: message.chat.type !== 'private' }
  if (!parts.access.isInvited(visit)) return only(texts.notAllowed)
  const thread = 'is_topic_message' in message ? message.message_thread_id : undefined
  const place: Place = {
    chat: message.chat.id,
    replyTo: message.message_id,
    ...(thread !== undefined && { thread }),
  }
  const visitor = await meet(from, place, visit.isGroup, parts.desk, parts.privateByDefault)
  if (press.action === 'language') {
    const language = press.language === 'auto' ? undefined : press.language
    const after = await parts.desk.prefer(visitor.asker, { language })
    return only(describeLanguage(after, visitor.language))
  }
  const answer = await parts.desk.answer(press.answerId)
  if (answer === undefined) return only(deskTexts(visitor.language).unknownAnswer)
  try {
    return await answerAbout(answer, press, visitor, tell, message.message_id, parts)
  } catch (error) {
    if (isMistake(error)) return only(error.message)
    throw error
  }
}

async function answerAbout(
  answer: Answer,
  press: AnswerPress,
  visitor: Visitor,
  tell: (text?: string, alert?: boolean) => Step,
  messageId: number,
  parts: AnswerParts,
): Promise<Plan> {
  const { desk, access } = parts
  const { place, asker, personId, isGroup } = visitor
  const language = visitor.chosenLanguage ?? answer.language
  const texts = deskTexts(language)
  const plan = (...steps: readonly Step[]): Plan => ({ steps: [...steps], private: true })
  const turnInto = (rows: Keyboard): Step => ({
    ...{ kind: 'keyboard', chat: place.chat, message: messageId, keyboard: rows },
  })
  const keyboard = (rows: Keyboard | undefined) => plan(tell(), ...(rows === undefined ? [] : [turnInto(rows)]))
  const judge = async (kind: FeedbackKind, citation?: number) => {
    await desk.feedback({ answerId: answer.id, kind, asker, ...(citation !== undefined && { citation }) })
    return plan(tell(texts.thanks[kind]))
  }
  const show = async (make: () => Promise<Rendering | undefined>, under?: Keyboard, before: readonly Step[] = []) => {
    const admission = await access.admit({ personId, chatId: place.chat, isGroup })
    if (admission.kind === 'wait') return plan(tell(texts.tooManyQuestions(admission.seconds), true))
    if (admission.kind === 'hush') return plan(tell())
    const rendering = await make()
    return rendering === undefined
      ? plan(tell(texts.unknownPassage, true))
      : plan(tell(), ...before, ...renderingMessages(rendering, place, under))
  }
  switch (press.action) {
    case 'again': {
      const kept = parts.keepsAnswers && !visitor.private
      // The button goes: pressed twice, it would bring two answers.
      const again = await show(async () => renderAnswer(answer, { kept }), answerKeyboard(answer), [turnInto([])])
      return { ...again, answerId: answer.id }
    }
    case 'useful':
    case 'wrong':
      return await judge(press.action)
    case 'doubt':
      return await judge('does-not-say', press.citation)
    case 'choose-passage':
      return keyboard(citationKeyboard(answer, 'passage'))
    case 'choose-doubt':
      return keyboard(citationKeyboard(answer, 'doubt'))
    case 'buttons':
      return keyboard(answerKeyboard(answer))
    case 'figures':
      return await show(async () => renderFigures(await figuresOn(answer, language, desk), language))
    case 'passage':
      return await show(async () => {
        const citation = answer.citations.find(({ n }) => n === press.citation)
        const view = citation === undefined ? undefined : await desk.passage(citation.passageId, citation)
        return view === undefined ? undefined : renderPassage(view, language)
      })
  }
}

/** The figures on what was asked; where the words of the question lead to none, those of the words that answer it. */
async function figuresOn({ question, citations }: Answer, language: Language, desk: Desk): Promise<FigureTable> {
  const { table } = await desk.figures(question, language)
  const [first] = citations
  if (table.rows.length > 0 || (table.undated?.length ?? 0) > 0 || first === undefined) return table
  return (await desk.figures(first.quote, language)).table
}

/** @param alert shown in a window of its own. */
export function pressAnswer(query: string, text: string | undefined, alert: boolean): Step {
  return { kind: 'press-answer', query, alert, ...(text !== undefined && { text: text.slice(0, PRESS_TEXT_LIMIT) }) }
}
