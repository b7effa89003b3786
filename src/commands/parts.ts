/** Joins the parts of the program, once: each is opened when a command first needs it, all are closed together. */
import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Corpus } from '../../index/open.ts'
import { refuseLostCorpus } from '../../index/sqlite/last-revision.ts'
import type { AskParts } from '../ask.ts'
import { ModelMismatchError, UserError } from '../errors.ts'
import type { Follows } from '../follow/types.ts'
import { findHome } from '../home.ts'
import { createLog, createRedaction, type Log, type Redact } from '../log.ts'
import { once } from '../once.ts'
import type { Embedder } from '../ports/embedder.ts'
import type { Ledger } from '../ports/ledger.ts'
import type { PassageIndex } from '../ports/passage-index.ts'
import type { Retriever } from '../ports/retriever.ts'
import { readSettings, type Settings, secretNames, unknownSettings } from '../settings.ts'
import type { ChatModel } from '../writing/chat-model.ts'
import type { Contextual } from './contextual.ts'
import { createOutput, type Output } from './output.ts'
import { createProgress } from './progress.ts'

type Variables = Readonly<Record<string, string | undefined>>

export type Parts = {
  readonly settings: Settings
  /** What the settings were read from, for parts over another folder. */
  readonly variables: Variables
  readonly log: Log
  /** Takes the secrets among the settings out of whatever is shown. */
  readonly redact: Redact
  readonly output: Output
  /** Where relative paths start. */
  readonly workingFolder: string
  /** Absolute. */
  readonly dataFolder: string
  /** Absolute; may not exist. */
  readonly seedsFolder: string
  /** Holds the bundled model's folder. */
  readonly modelsFolder: string
  /** Whether a corpus was ever made; asking does not make one. Throws FileError when it was, and is lost. */
  hasCorpus(): boolean
  corpus(): Promise<Corpus>
  /** Loads the configured model, or downloads it. */
  embedder(): Promise<Embedder>
  /** The model that ships, whatever embeds the passages. */
  bundledEmbedder(): Promise<Embedder>
  /** The models that read; undefined where they are not there, or another embedding model is set. */
  contextual(): Promise<Contextual | undefined>
  /** All that answering needs. Throws ModelMismatchError when the index is of another model than the one set. */
  askParts(): Promise<AskParts>
  ledger(): Promise<Ledger>
  /** The followed questions; in the ledger's file. */
  follows(): Promise<Follows>
  /** The language model that writes; undefined where none is set. */
  chat(): Promise<ChatModel | undefined>
  close(): Promise<void>
}

/** @throws UserError naming every wrong setting, or when the data folder cannot be one. */
export function createParts(variables: Variables): Parts {
  const settings = readSettings(variables)
  const secrets = secretNames.flatMap((name) => variables[name] ?? [])
  const redact = createRedaction(secrets)
  const log = createLog(settings.logLevel, redact)
  for (const setting of unknownSettings(variables)) log.warn({ setting }, 'there is no setting of this name')
  const workingFolder = process.cwd()
  const dataFolder = resolve(workingFolder, settings.dataFolder)
  const modelsFolder = join(findHome(), 'models')
  refuseFileAsFolder(dataFolder)
  const output = createOutput()
  const opened: (() => Promise<void>)[] = []

  // The heavy modules are loaded with their parts: `--help` and `status` need neither the model nor the search.
  const corpus = once(async () => {
    const { openCorpus } = await import('../../index/open.ts')
    const corpus = openCorpus({ dataFolder, log })
    opened.push(() => corpus.close())
    return corpus
  })
  const ledger = once(async () => {
    const { openLedger } = await import('../../index/open.ts')
    const ledger = openLedger(dataFolder)
    opened.push(() => ledger.close())
    return ledger
  })
  const follows = once(async () => {
    const { openFollows } = await import('../../index/ledger/follows.ts')
    const opening = openFollows(join(dataFolder, 'ledger.db'))
    opened.push(() => opening.close())
    return opening
  })
  const openModel = async (model: string): Promise<Embedder> => {
    const { openEmbedder } = await import('../../index/embedding/embedder.ts')
    const progress = createProgress({ title: `Downloading ${model}`, unit: 'MB' })
    const downloadFolder = join(dataFolder, 'models')
    const onProgress = ({ loadedBytes, totalBytes }: { loadedBytes: number; totalBytes: number }) =>
      progress.update(megabytes(loadedBytes), megabytes(totalBytes))
    const embedder = await openEmbedder({ model, modelsFolder, downloadFolder, onProgress }).finally(progress.stop)
    opened.push(() => embedder.close())
    return embedder
  }
  const embedder = once(() => openModel(settings.embeddingModel))
  const bundledEmbedder = once(async () => {
    const { bundledModel } = await import('../../index/embedding/model-traits.ts')
    return await (settings.embeddingModel === bundledModel ? embedder() : openModel(bundledModel))
  })
  const chat = once(async () => {
    const { model, url, key } = settings.chat
    if (model === undefined || url === undefined) return undefined
    const { createChatModel } = await import('../../adapters/langchain/chat-model.ts')
    return createChatModel({ model, url, ...(key !== undefined && { key }) })
  })
  const contextual = once(async (): Promise<Contextual | undefined> => {
    const { openContextual } = await import('./contextual.ts')
    const opening = await openContextual({ settings, dataFolder, modelsFolder, log, index: (await corpus()).index })
    if (opening !== undefined) opened.push(() => opening.close())
    return opening
  })
  const askParts = once(async (): Promise<AskParts> => {
    const { index } = await corpus()
    const configured = await embedder()
    const revision = await index.revision()
    if (revision !== undefined && revision.modelId !== configured.modelId) {
      throw new ModelMismatchError(revision.modelId, configured.modelId)
    }
    const [{ bundledWordFolders, openWordSpace }, { openReaders }] = await Promise.all([
      import('../../index/words/word-space.ts'),
      import('./open-readers.ts'),
    ])
    // What is known of single words comes with the model that ships.
    const bundled = await bundledEmbedder()
    const space = await openWordSpace(bundledWordFolders(modelsFolder), bundled)
    const model = await chat()
    const stale = await watchStaleness(
      { dataFolder, workingFolder, seedsFolder: resolve(workingFolder, settings.seedsFolder) },
      index,
    )
    const models = await contextual()
    const retriever =
      models?.searches === true ? models.retriever(configured) : await staticRetriever(index, configured)
    const readers = await openReaders({
      ...{ settings, models, space, chat: model, dataFolder, note: output.note },
      onOpened: (close) => void opened.push(close),
    })
    const quoting = { index, space, retriever, ...readers, stale }
    if (model === undefined) return quoting
    const { createModelWriter } = await import('../writing/model-writer.ts')
    const writer = createModelWriter(model, { space })
    return { ...quoting, writer }
  })

  return {
    settings,
    variables,
    log,
    redact,
    output,
    workingFolder,
    dataFolder,
    seedsFolder: resolve(workingFolder, settings.seedsFolder),
    modelsFolder,
    hasCorpus() {
      refuseLostCorpus(dataFolder)
      return existsSync(join(dataFolder, 'corpus.db'))
    },
    corpus,
    follows,
    embedder,
    bundledEmbedder,
    contextual,
    askParts,
    ledger,
    chat,
    async close() {
      for (const close of opened.splice(0).reverse()) {
        await close().catch((error: unknown) => log.warn({ err: error }, 'a part did not close'))
      }
    },
  }
}

async function staticRetriever(index: PassageIndex, embedder: Embedder): Promise<Retriever> {
  const { createRetriever } = await import('../../index/retriever.ts')
  return createRetriever(index, embedder)
}

/** Whatever would be made below a file fails, each in its own words. */
function refuseFileAsFolder(dataFolder: string): void {
  let folder = dataFolder
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  if (statSync(folder).isDirectory()) return
  throw new UserError(`the data folder cannot be ${dataFolder}: ${folder} is a file; set SOURCIER_DATA to a folder`)
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 100_000) / 10
}

/** Read again at most once a minute: every answer asks. */
const staleForMs = 60_000

type Folders = Pick<Parts, 'dataFolder' | 'workingFolder' | 'seedsFolder'>

/** What is said with answers: a file that is gone, or web sources that have gone quiet. Looked at now and once a minute. */
async function watchStaleness(folders: Folders, index: PassageIndex): Promise<AskParts['stale'] & {}> {
  const { dataFolder, workingFolder } = folders
  const [{ describeVanished, vanishedFiles }, { knownSources }] = await Promise.all([
    import('./corpus/vanished-files.ts'),
    import('./corpus/facts.ts'),
  ])
  const sources = knownSources(folders)
  const hasWeb = existsSync(join(dataFolder, 'sources.json'))
  // Reading what is known of web addresses costs a tenth of a second at the start.
  const quiet = hasWeb ? await import('./corpus/stale-sources.ts') : undefined
  const look = async () => ({
    news: quiet?.whenLastNew(dataFolder) ?? [],
    gone:
      (await index.revision()) === undefined ? [] : vanishedFiles({ workingFolder, sources }, await index.articles()),
  })
  let known = await look()
  let readAt = Date.now()
  return (language) => {
    if (Date.now() - readAt > staleForMs) {
      readAt = Date.now()
      // Said with the next answer: this one is not kept waiting, and a corpus that cannot be read says so itself.
      look().then(
        (found) => {
          known = found
        },
        () => undefined,
      )
    }
    return describeVanished(known.gone, language) ?? quiet?.describeStale(known.news, new Date(), language)
  }
}
