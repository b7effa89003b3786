/** What a message asks for, asked of the desk; what comes back, as messages. */
import type { Message } from 'grammy/types'
import { isMistake } from '../../../src/errors.ts'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Presence } from '../connection/presence.ts'
import { lineMessage } from '../messages/messages.ts'
import type { AnswerParts } from '../messages/parts.ts'
import { telegramTexts } from '../messages/telegram-texts.ts'
import { answerCommand } from './answer-command.ts'
import { answerQuestion, verifyText } from './answer-question.ts'
import { readMessage, type Wanted } from './read-message.ts'
import { nothing, type Plan } from './steps.ts'
import { speakerOf } from './update.ts'
import { meet, placeOf, type Visitor } from './visitor.ts'

/** @throws whatever the desk throws that is not a person's mistake. */
export async function answerMessage(message: Message, parts: AnswerParts, presence: Presence): Promise<Plan> {
  const wanted = readMessage(message, parts.me)
  const from = speakerOf(message)
  if (wanted === undefined || from === undefined || parts.albums.isSilent(message)) return nothing
  const isGroup = message.chat.type !== 'private'
  const visitor = await meet(from, placeOf(message), isGroup, parts.desk, parts.privateByDefault)
  const say = (text: string): Plan => ({ steps: [lineMessage(text, visitor.place)], private: visitor.private })
  const visit = { personId: from.id, chatId: message.chat.id, isGroup }
  if (!parts.access.isInvited(visit)) {
    return isGroup ? nothing : say(telegramTexts(visitor.language).notInvited(from.id))
  }
  const admission = await parts.access.admit(visit)
  if (admission.kind === 'hush') return { ...nothing, private: visitor.private }
  if (admission.kind === 'wait') return say(deskTexts(visitor.language).tooManyQuestions(admission.seconds))
  try {
    return await answerWanted(wanted, visitor, parts, presence)
  } catch (error) {
    if (isMistake(error)) return say(error.message)
    throw error
  }
}

async function answerWanted(wanted: Wanted, visitor: Visitor, parts: AnswerParts, presence: Presence): Promise<Plan> {
  const { place, language } = visitor
  const say = (text: string): Plan => ({ steps: [lineMessage(text, place)], private: visitor.private })
  switch (wanted.kind) {
    case 'question':
      return answerQuestion(wanted.text, visitor, parts, presence)
    case 'forwarded':
      return verifyText(wanted.text, visitor, parts, presence)
    case 'command':
      return answerCommand(wanted, visitor, parts, presence)
    case 'unknown-command':
      return say(deskTexts(language).unknownCommand)
    case 'wordless':
      return say(telegramTexts(language).wordless)
  }
}
