/** Which reader reads: the one that ships, or the one that a setting names. */
import { join } from 'node:path'
import type { Reader } from '../ports/reader.ts'
import type { WordSpace } from '../ports/word-space.ts'
import type { Settings } from '../settings.ts'
import type { ChatModel } from '../writing/chat-model.ts'
import type { Contextual } from './contextual.ts'
import { createProgress } from './progress.ts'

export type ReadersOptions = {
  readonly settings: Pick<Settings, 'readerModel'>
  readonly models: Contextual | undefined
  readonly space: WordSpace
  readonly chat: ChatModel | undefined
  readonly dataFolder: string
  /** Says one line to whoever started the program. */
  readonly note: (line: string) => void
  /** Takes what is to be closed with the program. */
  readonly onOpened: (close: () => Promise<void>) => void
}

export type Readers = { readonly reader: Reader; readonly privateReader?: Reader }

/** @throws UserError when the reader that is set cannot be had. */
export async function openReaders(options: ReadersOptions): Promise<Readers> {
  const { settings, models, chat } = options
  const { readerModel } = settings
  if (readerModel === 'chat' && chat !== undefined) {
    const { createChatReader } = await import('../readers/chat-reader.ts')
    // A private question stays on this machine.
    const reader = createChatReader(chat)
    options.onOpened(() => reader.close())
    return { reader, ...(chat.hosted && { privateReader: await openShipped(options) }) }
  }
  if (readerModel.includes('/')) return { reader: await openFromHub(options) }
  return {
    reader: readerModel === 'static' ? await openStatic(options) : (models?.reader ?? (await openShipped(options))),
  }
}

/** Without its files the static reader stands in, and says so. */
async function openShipped({ models, ...options }: ReadersOptions): Promise<Reader> {
  if (models !== undefined) return models.reader
  options.note(
    'models/contextual is not there: answers are found by single words only. Restore it with "git checkout models/contextual".',
  )
  return await openStatic(options)
}

async function openStatic({ space }: Pick<ReadersOptions, 'space'>): Promise<Reader> {
  const { createStaticReader } = await import('../../index/readers/static-reader.ts')
  return createStaticReader(space)
}

async function openFromHub({ settings, dataFolder, onOpened }: ReadersOptions): Promise<Reader> {
  const { openHubReader } = await import('../../index/readers/hub-reader.ts')
  const model = settings.readerModel
  const progress = createProgress({ title: `Downloading ${model}`, unit: 'MB' })
  const megabytes = (bytes: number) => Math.round(bytes / 100_000) / 10
  const reader = await openHubReader({
    model,
    downloadFolder: join(dataFolder, 'models'),
    onProgress: ({ loadedBytes, totalBytes }) => progress.update(megabytes(loadedBytes), megabytes(totalBytes)),
  }).finally(progress.stop)
  onOpened(() => reader.close())
  return reader
}
