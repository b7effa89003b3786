/**
 * The few interfaces between the core and the outside world. An implementation is one folder or file and one line in a
 * list; the suites in test/contracts/ run over that list.
 */
import type { Feedback, FeedbackKind, Preferences } from './desk/types.ts'
import type { EvidenceRecord } from './record/types.ts'
import type { Rendering } from './rendering/types.ts'
import type { Answer, Article, ArticleFacts, Evidence, Language, Passage, Revision } from './types.ts'

/** Token vectors of one text, for late interaction. */
export type TokenVectors = {
  /** One vector a token, raw (not normalised), all of the same dimension, in reading order. */
  readonly vectors: readonly Float32Array[]
  /** One weight a token: the square of the raw vector's norm, a learned inverse document frequency. */
  readonly weights: readonly number[]
}

/** The tokens of a model that gives a token the same vector wherever it stands. */
export type WordPieces = {
  /** The numbers of each text's tokens, in reading order. Throws EmptyTextError for a blank text. */
  numbersOf(texts: readonly string[], role: EmbeddingRole): Promise<readonly (readonly number[])[]>
  /** The raw vectors that `embedTokens` gives, by number. */
  vectorsOf(numbers: readonly number[]): Promise<readonly Float32Array[]>
}

/** What a text is embedded as: models trained with prefixes (`query: `, `passage: `) treat the two differently. */
export type EmbeddingRole = 'query' | 'passage'

/** Turns texts into vectors. */
export interface Embedder {
  /** Names the model and what was done to it; an index refuses vectors of another. */
  readonly modelId: string
  readonly dimensions: number
  /** Unit vectors, one a text. Throws EmptyTextError for a blank text, which would become a vector of NaN. */
  embed(texts: readonly string[], role: EmbeddingRole): Promise<readonly Float32Array[]>
  /** Absent when the model's token vectors are of no use for late interaction. */
  embedTokens?(texts: readonly string[], role: EmbeddingRole): Promise<readonly TokenVectors[]>
  /** The tokens of `embedTokens` one by one, where each has a vector of its own: a passage is taken apart much faster so. */
  readonly pieces?: WordPieces
  close(): Promise<void>
}

/** A passage found, and how well: cosine similarity (−1 to 1) or BM25 (≥ 0); larger is better in both. */
export type Hit = { readonly passageId: string; readonly score: number }

/** Reads of one corpus. `revision` is the newest unless given; both searches filter by membership before they cut. */
export interface PassageIndex {
  /** Undefined while nothing was ever indexed. */
  revision(number?: number): Promise<Revision | undefined>
  /** Oldest first. */
  revisions(): Promise<readonly Revision[]>
  /** The passages nearest to a unit vector by cosine, best first. */
  nearest(vector: Float32Array, limit: number, revision?: number): Promise<readonly Hit[]>
  /** The passages that hold any of the folded words, by BM25, best first. Words may hold any character. */
  matching(words: readonly string[], limit: number, revision?: number): Promise<readonly Hit[]>
  /** In the order asked; ids that do not exist are left out. Any version, current or not. */
  passages(ids: readonly string[]): Promise<readonly Passage[]>
  /** All passages of an article's version, in reading order. */
  passagesOf(articleId: string, version: string): Promise<readonly Passage[]>
  /** The articles that count at a revision, by id. */
  articles(revision?: number): Promise<readonly IndexedArticle[]>
  /** An article's version with its text; any version ever indexed; undefined when there is none. */
  article(articleId: string, version: string): Promise<Article | undefined>
  close(): Promise<void>
}

/** An article as listed: without its text. */
export type IndexedArticle = ArticleFacts & {
  readonly version: string
  readonly sha256: string
  readonly passages: number
  /** `<articleId>@<version>` of the first version of the same text: copies of one story have the same origin. */
  readonly origin: string
}

/** An article ready to be committed: `vectors[i]` is the unit vector of `passages[i]`. */
export type EmbeddedArticle = {
  readonly article: Article
  readonly passages: readonly Passage[]
  readonly vectors: readonly Float32Array[]
}

/** What one indexing run changes. An article whose id is there with another version replaces it. */
export type CorpusChange = {
  readonly add: readonly EmbeddedArticle[]
  /** Article ids to withdraw. */
  readonly remove: readonly string[]
  /** Metadata changed, words not: no passage is touched. */
  readonly describe: readonly ArticleFacts[]
  readonly note: string
}

/** The one writer of a corpus. Every call is one transaction and one revision: all or nothing. */
export interface CorpusWriter {
  /** The vectors of versions already indexed are reused: which (articleId, version) pairs the store holds. */
  holds(articleId: string, version: string): Promise<boolean>
  /** Returns the new revision, or the current one when the change is empty. */
  commit(change: CorpusChange, model: { readonly modelId: string; readonly dimensions: number }): Promise<Revision>
  /** A new revision with the membership of an old one. Throws UserError when there is no such revision. */
  rollback(toRevision: number): Promise<Revision>
  close(): Promise<void>
}

/** What a writer makes of the evidence, before it is verified and numbered. */
export type DraftClaim = {
  readonly text: string
  readonly verbatim: boolean
  readonly quotes: readonly { readonly passageId: string; readonly start: number; readonly end: number }[]
}

/** Turns evidence into claims: by quoting it, or with a chat model. */
export interface AnswerWriter {
  write(question: string, language: Language, evidence: readonly Evidence[]): Promise<readonly DraftClaim[]>
}

/** Who asked, as a platform names them: `discord:123`, `telegram:456`, `terminal`. */
export type Asker = string

/** A server or chat in which people ask, as a platform names it: `discord:789`. */
export type Group = string

/** Somebody calls a kept answer wrong: what they say is. */
export type Doubt = {
  readonly kind: Exclude<FeedbackKind, 'useful'>
  /** Number of the citation meant. */
  readonly citation?: number
  /** Their own words. */
  readonly note?: string
  /** ISO timestamp. */
  readonly at: string
}

/** A kept question that the corpus did not answer, or whose answer somebody called wrong. */
export type Unanswered = {
  readonly question: string
  readonly status: 'not-found' | 'unsure' | 'wrong'
  /** ISO timestamp. */
  readonly askedAt: string
  /** Newest first; none unless the status is `wrong`. */
  readonly doubts: readonly Doubt[]
}

/** The bots' own memory: answers given, feedback, choices and settings. Nothing of a private question but a count. */
export interface Ledger {
  /**
   * Keeps an answer with its evidence record; what is kept under an id never changes.
   * @param group where it was asked, where people see each other's questions.
   */
  record(answer: Answer, evidence: EvidenceRecord, asker: Asker, group?: Group): Promise<void>
  countPrivate(): Promise<void>
  answer(id: string): Promise<Answer | undefined>
  /** The evidence record of an answer. Throws UserError when a newer version wrote it or it is damaged. */
  recordOf(id: string): Promise<EvidenceRecord | undefined>
  /** Keeps an opinion, one a person and answer, the last counts. On an answer that is not kept it is only counted. */
  saveFeedback(feedback: Feedback): Promise<void>
  /** Empty while nothing was chosen. */
  preferences(asker: Asker): Promise<Preferences>
  /** In place of those before; what is absent is not chosen. */
  savePreferences(asker: Asker, preferences: Preferences): Promise<void>
  /** Settings of a server or chat, as JSON text; undefined while none was saved. */
  groupSetting(group: string): Promise<string | undefined>
  saveGroupSetting(group: string, json: string): Promise<void>
  /**
   * Newest first, at most `limit`; greetings and the like, which ask the corpus nothing, are none.
   * @param group only what was asked there; none: all, direct messages too.
   */
  unanswered(limit: number, group?: Group): Promise<readonly Unanswered[]>
  /** Drops all that is kept of an asker, and the feedback on the answers dropped; returns how many answers. */
  forget(asker: Asker): Promise<number>
  /** Drops answers and feedback that are older; returns how many answers. */
  dropOlderThan(days: number): Promise<number>
  counts(): Promise<{
    readonly answers: number
    readonly private: number
    readonly byStatus: Readonly<Record<string, number>>
    /** Opinions by kind, those on private answers with them. */
    readonly feedback: Readonly<Partial<Record<FeedbackKind, number>>>
  }>
  close(): Promise<void>
}

/** A place where people ask: Discord, Telegram, the terminal. */
export interface Platform {
  readonly name: string
  start(): Promise<void>
  /** Finishes the answers in flight. */
  stop(): Promise<void>
  /**
   * Says something where nobody asked: news of a followed question. Throws when the place cannot be reached.
   * @param place as the platform names it: a channel's or a chat's id.
   */
  post?(place: string, rendering: Rendering): Promise<void>
}

/** What is known of single words in both languages: comes with the model that ships, whatever embeds the passages. */
export interface WordSpace {
  /** Unit vectors of folded words, by word; a word without a vector is left out. */
  vectors(words: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>
  /** Natural logarithm of texts / texts with the word, in general language; the highest known when the word is rare. */
  rarity(word: string, language: Language): number
  /** Whether the word is among the frequent words of a language. */
  isFrequent(word: string, language: Language): boolean
  /** The best cosine that a word in `language` reaches with this one; what a perfect translation would get. 0 to 1. */
  ceiling(word: string, language: Language): number
  /** Whether both words are listed as saying the same thing: forms and synonyms of one language, or translations. */
  shareConcept(left: string, leftLanguage: Language, right: string, rightLanguage: Language): boolean
}

/** What is searched for: the question as asked, and its folded words that carry the topic. */
export type SearchQuery = { readonly text: string; readonly words: readonly string[] }

/** What a reader sees at once: a run of sentences of one article, and what it needs to understand them. */
export type Stretch = {
  /** The article's headline or first sentence, and the line that introduces a list, where they are not in the run itself. */
  readonly lead?: string
  readonly sentences: readonly string[]
}

/** Probabilities, 0 to 1, calibrated: what is given 0.8 is right four times in five. */
export type StretchReading = {
  /** That the stretch holds an answer at all. */
  readonly holds: number
  /** For each sentence, that it answers. */
  readonly sentences: readonly number[]
}

/** Reads the question and a stretch together, and says where the answer stands. */
export interface Reader {
  /** Names the model, for `status` and the evidence record. */
  readonly modelId: string
  /**
   * One reading a stretch, in their order; undefined for what was not read within `limitMs`, counted from when its turn
   * comes. The most promising come first: what is read is read from the start. The same texts are read alike each time.
   * @param signal ends the wait: what is thrown then is its reason.
   * Throws UserError or FileError when the model cannot be had, Error once the reader was closed.
   */
  read(
    question: string,
    stretches: readonly Stretch[],
    limitMs: number,
    signal?: AbortSignal,
  ): Promise<readonly (StretchReading | undefined)[]>
  /** Ends what is being read. Nothing happens the second time. */
  close(): Promise<void>
}

/**
 * Vectors of passages as the contextual encoder makes them: beside the static ones with which an article is searchable at
 * once, made in the background, so that a passage may have none yet. Vectors of another model are as good as none.
 */
export interface ContextualVectors {
  /**
   * The passages nearest to a unit vector among those that have one and count at the revision (the newest unless given),
   * best first, by cosine (−1 to 1).
   */
  nearest(vector: Float32Array, limit: number, revision?: number): Promise<readonly Hit[]>
  /** The vectors that are there, by passage id. */
  vectorsOf(passageIds: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>
  /** At most `limit` passages of the newest revision that have none, newest articles first. */
  missing(limit: number): Promise<readonly Passage[]>
  /** All of them or none; what is there already stays. `vectors[i]` is the unit vector of `passageIds[i]`. */
  save(passageIds: readonly string[], vectors: readonly Float32Array[]): Promise<void>
  /** Of the newest revision's passages. */
  progress(): Promise<{ readonly done: number; readonly total: number }>
  close(): Promise<void>
}

/** Finds the passages that may answer, best first: dense and lexical candidates, reranked. */
export interface Retriever {
  retrieve(query: SearchQuery, limit: number, revision?: number): Promise<readonly Evidence[]>
}
