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
    const [{ createChatReader }, { withStandIn }] = await Promise.all([
      import('../readers/chat-reader.ts'),
      import('../readers/stand-in.ts'),
    ])
    const standIn = await openShipped(options)
    const reader = withStandIn({ reader: createChatReader(chat), standIn, onFailure: sayOnce(options.note) })
    options.onOpened(() => reader.close())
    // A private question stays on this machine.
    return { reader, ...(chat.hosted && { privateReader: standIn }) }
  }
  if (readerModel.includes('/')) return { reader: await openFromHub(options) }
  return {
    reader: readerModel === 'static' ? await openStatic(options) : (models?.reader ?? (await openShipped(options))),
  }
}

/** A server that is gone stays gone: each reason is said when it is another than the one before. */
function sayOnce(note: (line: string) => void): (reason: string) => void {
  let said: string | undefined
  return (reason) => {
    if (reason !== said) note(`the chat model does not read (${reason}): the reader that ships stands in`)
    said = reason
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
