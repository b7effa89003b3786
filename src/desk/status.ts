import type { Ledger } from '../ports/ledger.ts'
import type { PassageIndex } from '../ports/passage-index.ts'
import type { CorpusStamp, Language } from '../types.ts'
import type { DeskStatus } from './types.ts'

export type StatusParts = {
  readonly settings: {
    readonly keepDays: number
    readonly privateByDefault: boolean
    readonly embeddingModel: string
    readonly chat: { readonly model: string | undefined }
  }
  readonly version: string
  readonly index: PassageIndex
  ledger(): Promise<Ledger>
  readonly stale: string | undefined
}

/** What is there, in figures. `keepDays` is 0 where everything is private. */
export async function readDeskStatus({ settings, version, index, ledger, stale }: StatusParts): Promise<DeskStatus> {
  const revision = await index.revision()
  const articles = revision === undefined ? [] : await index.articles(revision.number)
  const newest = articles
    .flatMap(({ published }) => published ?? [])
    .sort()
    .at(-1)
  const corpus: CorpusStamp = {
    revision: revision?.number ?? 0,
    builtAt: revision?.builtAt ?? new Date(0).toISOString(),
    articles: articles.length,
    ...(newest !== undefined && { newest }),
  }
  const counts = await (await ledger()).counts()
  const countOf = (language: Language) => articles.filter((article) => article.language === language).length
  const { chat, keepDays, privateByDefault, embeddingModel } = settings
  return {
    version,
    corpus,
    passages: revision?.passages ?? 0,
    languages: { en: countOf('en'), fr: countOf('fr') },
    embeddingModel: revision?.modelId ?? embeddingModel,
    ...(chat.model !== undefined && { chatModel: chat.model }),
    ...{ answers: counts.answers, privateAnswers: counts.private, byStatus: counts.byStatus },
    keepDays: privateByDefault ? 0 : keepDays,
    ...(stale !== undefined && { stale }),
  }
}
