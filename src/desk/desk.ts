/** The desk: what every platform may ask for, done once, in one place. */
import { findFigures, refuseTopic } from '../figures-table/find-figures.ts'
import type { Log } from '../log.ts'
import type { Embedder } from '../ports/embedder.ts'
import type { IndexedArticle } from '../ports/passage-index.ts'
import { readQuestion } from '../question/question.ts'
import { openProof } from '../record/open-proof.ts'
import type { Settings } from '../settings.ts'
import { guessLanguage } from '../verify/pasted/text-language.ts'
import { type AnswerParts, answerQuestion } from './answer-question.ts'
import { createConversations } from './conversations.ts'
import { findFiguresBeside } from './figures-beside.ts'
import { createGapFinder } from './gaps.ts'
import { createFlights } from './in-flight.ts'
import { createLimiter } from './limiter.ts'
import { viewEvidence, viewPassage } from './passage-view.ts'
import { createRecentAnswers } from './recent-answers.ts'
import { refuseUnverifiable, refuseWithoutCorpus } from './refuse.ts'
import { readDeskStatus } from './status.ts'
import { createFeedbackTaker } from './take-feedback.ts'
import { createTurns } from './turns.ts'
import type { Desk, ReindexReport } from './types.ts'
import { createVerifier } from './verifier.ts'

export type DeskParts = Pick<AnswerParts, 'askParts' | 'chat' | 'ledger'> & {
  readonly settings: Pick<
    Settings,
    'admins' | 'ratePerMinute' | 'privateByDefault' | 'keepDays' | 'embeddingModel' | 'chat'
  >
  /** Of the program. */
  readonly version: string
  readonly log: Log
  /** Groups questions by meaning: the model that ships, for which the threshold was measured. */
  embedder(): Promise<Embedder>
  /** Brings all sources up to date. */
  reindex(): Promise<ReindexReport>
  /** Milliseconds; another clock for tests. */
  readonly now?: () => number
}

/** Joins the core to whoever asks. Everything that platforms do goes through here, in turns. */
export function createDesk(parts: DeskParts): Desk {
  const { settings, askParts, ledger, now = Date.now } = parts
  const { index } = askParts
  const turns = createTurns(parts.chat !== undefined)
  // Nobody who looks something up waits for a model that writes for others.
  const lookUpTurns = parts.chat === undefined ? turns : createTurns(false)
  const conversations = createConversations(now)
  const recent = createRecentAnswers(now)
  const flights = createFlights()
  const verify = createVerifier(index)
  const findGaps = createGapFinder(parts.embedder)
  const answering: AnswerParts = { ...parts, turns, conversations, recent, flights }
  const reindex = joinCalls(parts.reindex)

  return {
    allow: createLimiter(settings.ratePerMinute),
    ask: (question) => answerQuestion(answering, question),
    answer: async (id) => recent.find(id) ?? (await (await ledger()).answer(id)),
    async verify(text, chosen) {
      const language = chosen ?? guessLanguage(text)
      refuseUnverifiable(text, language)
      await refuseWithoutCorpus(index, language)
      return await lookUpTurns(async () => {
        const verification = await verify(text)
        if (verification.verdict !== 'not-found') return { verification, language }
        const figures = await findFiguresBeside(text, guessLanguage(text), (topic) => findFigures(askParts, topic))
        return { verification, language, ...(figures !== undefined && { figures }) }
      })
    },
    async figures(topic, language) {
      refuseTopic(topic, language ?? guessLanguage(topic))
      await refuseWithoutCorpus(index, language ?? guessLanguage(topic))
      return await lookUpTurns(() => findFigures(askParts, topic, language === undefined ? {} : { language }))
    },
    sources: async () => ((await index.revision()) === undefined ? [] : newestFirst(await index.articles())),
    passage: (id, quote) => viewPassage(index, id, quote),
    async passages(query, limit) {
      if (query.trim() === '' || (await index.revision()) === undefined) return []
      return await lookUpTurns(async () => {
        const words = (await readQuestion(query, askParts.space)).content.map(({ word }) => word)
        // To signs, and to words that stand in every text, any passage is as near as another.
        if (words.length === 0) return []
        return await viewEvidence(index, await askParts.retriever.retrieve({ text: query, words }, limit))
      })
    },
    proof: async (id, language) => openProof(id, await ledger(), index, language),
    status: (language = 'en') => readDeskStatus({ ...parts, index, stale: askParts.stale?.(language) }),
    feedback: createFeedbackTaker(ledger),
    preferences: async (asker) => (await ledger()).preferences(asker),
    async prefer(asker, choice) {
      const before = await (await ledger()).preferences(asker)
      const language = 'language' in choice ? choice.language : before.language
      const isPrivate = choice.private ?? before.private
      const after = { ...(language && { language }), ...(isPrivate !== undefined && { private: isPrivate }) }
      await (await ledger()).savePreferences(asker, after)
      return after
    },
    groupSetting: async (group) => (await ledger()).groupSetting(group),
    setGroupSetting: async (group, json) => (await ledger()).saveGroupSetting(group, json),
    async forget(asker) {
      conversations.forget(asker)
      recent.forget(asker)
      await flights.forget(asker)
      return await (await ledger()).forget(asker)
    },
    isMaintainer: (asker) => settings.admins.includes(asker),
    gaps: async (limit, group) => findGaps(await ledger(), limit, group),
    reindex,
    languageOf: guessLanguage,
  }
}

function newestFirst(articles: readonly IndexedArticle[]): readonly IndexedArticle[] {
  return [...articles].sort(
    (left, right) =>
      (right.published ?? '').localeCompare(left.published ?? '', 'en') || left.id.localeCompare(right.id, 'en'),
  )
}

/** While one call is under way, another joins it. */
function joinCalls<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let underway: Promise<Result> | undefined
  return () => {
    underway ??= work().finally(() => {
      underway = undefined
    })
    return underway
  }
}
