/** One question from whoever asks: what it leans on, its answer, and what is kept of it. */
import { type AskParts, ask } from '../ask.ts'
import { rewriteFollowUp } from '../conversation/rewrite-follow-up.ts'
import type { Log } from '../log.ts'
import type { Ledger } from '../ports/ledger.ts'
import { readQuestion } from '../question/question.ts'
import type { Answer, Language } from '../types.ts'
import { guessLanguage } from '../verify/pasted/text-language.ts'
import type { ChatModel } from '../writing/chat-model.ts'
import type { Conversations } from './conversations.ts'
import type { Flights } from './in-flight.ts'
import type { KeepSettings } from './is-kept.ts'
import type { RecentAnswers } from './recent-answers.ts'
import { recordAnswer } from './record-answer.ts'
import { refuseUnaskable, refuseWithoutCorpus } from './refuse.ts'
import type { Turns } from './turns.ts'
import type { DeskQuestion, Preferences, Progress } from './types.ts'

export type AnswerParts = {
  readonly settings: KeepSettings
  readonly askParts: AskParts
  readonly chat: ChatModel | undefined
  readonly log: Pick<Log, 'warn'>
  readonly turns: Turns
  readonly conversations: Conversations
  readonly recent: RecentAnswers
  readonly flights: Flights
  ledger(): Promise<Ledger>
}

type Chosen = { readonly language?: Language; readonly private: boolean }

/** How often a person who waits is told how far it is, in milliseconds. */
const progressEveryMs = 1_000

/** @throws UserError for an empty or too long question, and while nothing was ever indexed. */
export async function answerQuestion(parts: AnswerParts, question: DeskQuestion): Promise<Answer> {
  const { asker, text, conversation } = question
  refuseUnaskable(text, question.language ?? guessLanguage(text))
  const flight = parts.flights.begin(asker)
  const progress = tellProgress(question, parts.log)
  try {
    const chosen = choose(question, await readPreferences(parts, asker), parts.settings)
    const answer = await parts.turns(() => resolveAndAsk(parts, question, chosen, progress.reach))
    const isPrivate = chosen.private || flight.isForgotten()
    if (!flight.isForgotten()) {
      parts.recent.add(answer, asker)
      if (conversation !== undefined) {
        const said = answer.claims.map((claim) => claim.text).join(' ')
        const exchange = { question: answer.question, answer: said, private: isPrivate }
        parts.conversations.add(conversation, asker, exchange)
      }
    }
    await flight.keep(() => record(parts, answer, isPrivate, question))
    return answer
  } finally {
    progress.stop()
    flight.end()
  }
}

/** What the request says goes before what the person has chosen; where nothing is ever kept, everything is private. */
function choose(question: DeskQuestion, preferences: Preferences, settings: KeepSettings): Chosen {
  const language = question.language ?? preferences.language
  const isPrivate = settings.privateByDefault || (question.private ?? preferences.private ?? false)
  return { ...(language !== undefined && { language }), private: isPrivate }
}

/** A ledger that cannot be read may hold the wish to be private: then the question is taken for private. */
async function readPreferences({ ledger, log }: AnswerParts, asker: string): Promise<Preferences> {
  try {
    return await (await ledger()).preferences(asker)
  } catch (error) {
    log.warn({ err: error }, 'preferences could not be read, the question is taken for private')
    return { private: true }
  }
}

async function resolveAndAsk(
  { askParts, chat, conversations }: AnswerParts,
  { text, asker, conversation }: DeskQuestion,
  chosen: Chosen,
  reach: (progress: Progress) => void,
): Promise<Answer> {
  const detected = chosen.language ?? (await readQuestion(text, askParts.space)).language
  await refuseWithoutCorpus(askParts.index, detected)
  const previous = conversation === undefined ? [] : conversations.recall(conversation, asker, chosen.private)
  const options = { language: detected, private: chosen.private }
  const whole = await rewriteFollowUp(chat, text, previous, options)
  // A question that leans on nothing is left to find its own language, a third one too.
  const isItsOwn = whole === text && chosen.language === undefined
  return await ask(askParts, whole, {
    ...(isItsOwn ? { private: chosen.private } : options),
    onWriting: (progress, quoted) => reach({ ...progress, quoted }),
  })
}

async function record(parts: AnswerParts, answer: Answer, isPrivate: boolean, question: DeskQuestion): Promise<void> {
  const { asker, group } = question
  const { settings, ledger, log, chat, askParts } = parts
  const isWritten = answer.claims.some(({ verbatim }) => !verbatim)
  const details = {
    asker,
    ...(group !== undefined && { group }),
    ...(chat !== undefined && isWritten && { chatModel: chat.name }),
  }
  await recordAnswer({ settings, ledger, log, index: async () => askParts.index }, answer, isPrivate, details)
}

/** What a person is told never harms their answer; a stage that lasts no second is not told. */
function tellProgress({ onProgress }: DeskQuestion, log: Pick<Log, 'warn'>) {
  let current: Progress = { stage: 'searching' }
  const tell = (): void => {
    try {
      onProgress?.(current)
    } catch (error) {
      log.warn({ err: error }, 'a person could not be told how far it is')
    }
  }
  const timer = setInterval(tell, progressEveryMs).unref()
  return {
    reach(progress: Progress): void {
      current = progress
    },
    stop: () => clearInterval(timer),
  }
}
