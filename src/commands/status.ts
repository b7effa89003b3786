/** `status`: what is there. Looks only: loads no model, makes no file. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { formatDate } from '../interface-texts.ts'
import { readKnownSources } from '../sources.ts'
import type { Language, Revision } from '../types.ts'
import { indexedArticles, knownSources } from './corpus/facts.ts'
import { describeStale, whenLastNew } from './corpus/stale-sources.ts'
import type { Parts } from './parts.ts'
import { readVersion } from './version.ts'

export type Status = {
  readonly version: string
  readonly dataFolder: string
  readonly sources: readonly { readonly path: string; readonly isThere: boolean }[]
  /** Web addresses, and when each last brought an article that was not there: ISO timestamp of the run. */
  readonly addresses: readonly { readonly address: string; readonly lastNew?: string }[]
  /** One line where one of them has brought nothing for longer than it usually does. */
  readonly stale?: string
  readonly embeddingModel: string
  /** Absent while nothing was ever indexed. */
  readonly revision?: Revision
  /** Passages of which the encoder has made its vectors; absent where these are not searched. */
  readonly read?: { readonly done: number; readonly total: number }
  readonly languages: Readonly<Record<Language, number>>
  /** Publication date of the newest article, where any is known. */
  readonly newest?: string
  /** Absent while nobody asked. */
  readonly answers?: {
    readonly kept: number
    readonly private: number
    readonly byStatus: Readonly<Record<string, number>>
  }
  readonly private: boolean
  readonly keepDays: number
}

export async function readStatus(parts: Parts): Promise<Status> {
  const { settings } = parts
  const articles = await indexedArticles(parts)
  const revision = parts.hasCorpus() ? await (await parts.corpus()).index.revision() : undefined
  const newest = articles
    .flatMap(({ published }) => published ?? [])
    .sort()
    .at(-1)
  const answers = await readAnswerCounts(parts)
  const read = await readProgress(parts)
  const news = whenLastNew(parts.dataFolder)
  const stale = describeStale(news, new Date(), 'en')
  return {
    version: readVersion(),
    dataFolder: parts.dataFolder,
    sources: knownSources(parts).map((path) => ({ path, isThere: existsSync(path) })),
    addresses: readKnownSources(parts.dataFolder).addresses.map((address) => {
      const lastNew = news.find((one) => one.address === address)?.lastNew
      return { address, ...(lastNew !== undefined && { lastNew }) }
    }),
    ...(stale !== undefined && { stale }),
    embeddingModel: settings.embeddingModel,
    ...(revision !== undefined && { revision }),
    ...(read !== undefined && { read }),
    languages: {
      en: articles.filter(({ language }) => language === 'en').length,
      fr: articles.filter(({ language }) => language === 'fr').length,
    },
    ...(newest !== undefined && { newest }),
    ...(answers !== undefined && { answers }),
    private: settings.privateByDefault,
    keepDays: settings.keepDays,
  }
}

/** The file of the vectors is made by who makes them, not by who looks. */
async function readProgress(parts: Parts): Promise<Status['read']> {
  if (!parts.hasCorpus() || !existsSync(join(parts.dataFolder, 'contextual.db'))) return undefined
  const models = await parts.contextual()
  return models?.searches === true ? await models.progress() : undefined
}

async function readAnswerCounts(parts: Parts): Promise<Status['answers']> {
  if (!existsSync(join(parts.dataFolder, 'ledger.db'))) return undefined
  try {
    const { answers, private: countedOnly, byStatus } = await (await parts.ledger()).counts()
    return { kept: answers, private: countedOnly, byStatus }
  } catch (error) {
    parts.log.warn({ err: error }, 'the ledger cannot be read')
    return undefined
  }
}

export function describeStatus(status: Status): string {
  const { revision, languages, newest, answers } = status
  const lines = [`Sourcier ${status.version}, data in ${status.dataFolder}`]
  if (revision === undefined) lines.push('Index: none yet ("sourcier index" builds it)')
  else {
    const date = formatDate(revision.builtAt, 'en')
    lines.push(
      `Index: revision ${revision.number} of ${date} (${revision.note}), model ${revision.modelId}`,
      `Articles: ${revision.articles} (${languages.en} English, ${languages.fr} French), ${revision.passages} passages, ` +
        `newest ${newest === undefined ? 'of unknown date' : `of ${formatDate(newest, 'en')}`}`,
    )
  }
  if (status.read !== undefined && status.read.done < status.read.total)
    lines.push(
      `Being read closely: ${status.read.done} of ${status.read.total} passages so far (all can be asked about)`,
    )
  for (const { path, isThere } of status.sources) lines.push(`Source: ${path}${isThere ? '' : ' (not there)'}`)
  for (const { address, lastNew } of status.addresses) {
    lines.push(
      `Source: ${address}${lastNew === undefined ? '' : ` (last new article on ${formatDate(lastNew, 'en')})`}`,
    )
  }
  if (status.stale !== undefined) lines.push(status.stale)
  const kept = status.private ? 'nothing is kept' : `kept for ${status.keepDays} days`
  if (answers === undefined) lines.push(`Answers: none yet, ${kept}`)
  else {
    const byStatus = Object.entries(answers.byStatus).map(([name, count]) => `${count} ${name}`)
    const details = [...byStatus, `${answers.private} private, only counted`].join(', ')
    lines.push(`Answers: ${answers.kept} (${details}), ${kept}`)
  }
  return lines.join('\n')
}

export async function runStatus(parts: Parts, flags: { readonly json?: boolean }): Promise<void> {
  const status = await readStatus(parts)
  await parts.output.print(flags.json === true ? JSON.stringify(status, undefined, 2) : describeStatus(status))
}
