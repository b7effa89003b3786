/** The query core: one question in, one answer out, the same on every platform. */

import { answerFromEvidence, type Outcome } from './answer/answer-from-evidence.ts'
import { nameCorrections } from './answer/quotes/name-corrections.ts'
import { createAnswerId } from './answer-id.ts'
import { nameCopies } from './copies/name-copies.ts'
import { spreadEvidence } from './copies/spread-evidence.ts'
import { compareQuotes } from './disagreement/compare-quotes.ts'
import { orderByNewest, withDisagreement } from './disagreement/show-disagreement.ts'
import { withAgreement } from './disagreement/tell-agreement.ts'
import { UserError } from './errors.ts'
import { foreignLanguageNotice, interfaceTexts } from './interface-texts.ts'
import { oncePerList } from './once-per-list.ts'
import type { IndexedArticle, PassageIndex } from './ports/passage-index.ts'
import type { Reader } from './ports/reader.ts'
import type { Retriever } from './ports/retriever.ts'
import type { WordSpace } from './ports/word-space.ts'
import { readDisagreementQuestion } from './question/asks-disagreement.ts'
import { type Question, readQuestion } from './question/question.ts'
import type { Answer, CorpusStamp, Language } from './types.ts'
import { applyWriting } from './writing/apply-writing.ts'
import type { ModelWriter, WritingProgress } from './writing/types.ts'

export type AskParts = {
  readonly index: PassageIndex
  readonly retriever: Retriever
  readonly reader: Reader
  /** Reads private questions, where `reader` is on somebody else's machine. */
  readonly privateReader?: Reader
  readonly space: WordSpace
  /** Writes with a language model where one is set; what it writes is checked, and the quotes stand in for it. */
  readonly writer?: ModelWriter
  /** One line in that language where a configured source has been quiet for longer than usual. */
  readonly stale?: (language: Language) => string | undefined
}

export type AskOptions = {
  /** The language that the asker has chosen; else that of the question. */
  readonly language?: Language
  /** Answer as the corpus was at this revision. */
  readonly asOf?: number
  /** A private question never reaches a hosted model. */
  readonly private?: boolean
  /** Called while a language model writes, with the answer in exact words, to be shown meanwhile. */
  readonly onWriting?: (progress: WritingProgress, quoted: Answer) => void
}

/** Characters (UTF-16 units) of the longest question. */
export const questionLimit = 2_000
/** Passages that are read sentence by sentence. */
const evidenceLimit = 100

/**
 * Answers a question from the corpus with exact words.
 * @throws UserError when the question is empty or too long, or when there is no such revision.
 */
export async function ask(parts: AskParts, text: string, options: AskOptions = {}): Promise<Answer> {
  const started = performance.now()
  refuseUnreadable(text, options.language ?? 'en')
  const corpus = await stampCorpus(parts.index, options.asOf)
  const asked = readDisagreementQuestion(text)
  const whole = await readQuestion(text, parts.space, options.language)
  const question = asked === undefined ? whole : await readQuestion(asked.topic, parts.space, whole.language)
  const language = options.language ?? whole.language
  // Who has chosen a language is understood to speak it, whatever the words look like.
  const notice =
    asked?.topic === ''
      ? interfaceTexts(language).agreement.whichTopic
      : noticeFor({ ...whole, foreign: whole.foreign && options.language === undefined }, language)
  const id = createAnswerId()
  const toAnswer = (outcome: Found): Answer => ({
    id,
    question: text,
    language,
    ...outcome,
    corpus: options.asOf === undefined ? withStaleness(corpus, parts.stale?.(language)) : corpus,
    tookMs: performance.now() - started,
    ...(notice !== undefined && { notice }),
  })
  if (notice !== undefined) {
    return toAnswer({
      ...{
        status: 'not-found',
        claims: [],
        citations: [],
        evidence: [],
        reasons: [`intent: ${asked === undefined ? whole.intent : 'disagreement'}`],
      },
    })
  }
  // A run may be committed meanwhile: the whole answer is of the one revision that it names.
  const pinned = corpus.revision === 0 ? options : { ...options, asOf: corpus.revision }
  const found = await search(parts, question, language, pinned, { toAnswer, isAboutAgreement: asked !== undefined })
  return toAnswer({ ...found, citations: await nameCorrections(found.citations, parts.index) })
}

type Found = Outcome & { readonly notice?: string }

type SearchFor = {
  readonly toAnswer: (outcome: Found) => Answer
  /** Asked whether the sources disagree on the question: exact words and how they compare, with no model between. */
  readonly isAboutAgreement: boolean
}

async function search(
  parts: AskParts,
  question: Question,
  language: Language,
  options: AskOptions,
  { toAnswer, isAboutAgreement }: SearchFor,
): Promise<Found> {
  const words = question.content.map(({ word }) => word)
  const query = { text: question.text, words }
  const articles = await parts.index.articles(options.asOf)
  const evidence = await spreadEvidence(parts.retriever, query, evidenceLimit, articles, options.asOf)
  const reader = options.private === true ? (parts.privateReader ?? parts.reader) : parts.reader
  const found = await answerFromEvidence(question, evidence, { ...parts, reader })
  const comparison = await compareQuotes(question, found.citations, articles, parts)
  const ordered = orderByNewest(found, comparison)
  const quoted = { ...ordered, citations: await nameCopies(ordered.citations, parts.index, options.asOf) }
  const outcome = withDisagreement(quoted, comparison)
  if (isAboutAgreement) return withAgreement(outcome, comparison, articles, language)
  // Where the articles say nothing, a model has nothing to write from, and is not asked.
  if (parts.writer === undefined || outcome.status === 'not-found') return outcome
  const { onWriting } = options
  const writing = await parts.writer({
    question: question.text,
    language,
    evidence: outcome.evidence,
    private: options.private === true,
    ...(onWriting !== undefined && { onProgress: (progress) => onWriting(progress, toAnswer(outcome)) }),
  })
  return {
    ...withDisagreement(applyWriting(outcome, writing, language), comparison),
    ...(writing.notice !== undefined && { notice: writing.notice }),
  }
}

function refuseUnreadable(text: string, language: Language): void {
  const texts = interfaceTexts(language)
  if (text.trim() === '') throw new UserError(texts.empty)
  if (text.length > questionLimit) throw new UserError(texts.tooLong(questionLimit))
}

/** A greeting gets help, thanks get a word, a request for a poem a plain no, a third language one honest line: nothing is searched. */
function noticeFor(question: Question, language: Language): string | undefined {
  const texts = interfaceTexts(language)
  if (question.intent === 'wordless') return texts.wordless
  if (question.foreign) return foreignLanguageNotice
  if (question.intent === 'help') return texts.help
  if (question.intent === 'thanks') return texts.welcome
  return question.intent === 'task' ? texts.task : undefined
}

function withStaleness(corpus: CorpusStamp, stale: string | undefined): CorpusStamp {
  return stale === undefined ? corpus : { ...corpus, stale }
}

async function stampCorpus(index: PassageIndex, asOf: number | undefined): Promise<CorpusStamp> {
  const revision = await index.revision(asOf)
  if (revision === undefined) {
    if (asOf !== undefined) throw new UserError(`there is no revision ${asOf}: "sourcier revisions" lists them`)
    return { revision: 0, builtAt: new Date(0).toISOString(), articles: 0 }
  }
  const newest = newestDate(await index.articles(revision.number))
  return {
    revision: revision.number,
    builtAt: revision.builtAt,
    articles: revision.articles,
    ...(newest !== undefined && { newest }),
  }
}

const newestDate = oncePerList<IndexedArticle, string | undefined>((articles) =>
  articles
    .flatMap(({ published }) => published ?? [])
    .sort()
    .at(-1),
)
