/** Runs in a process of its own, which is ended when a document takes too long or too much. Nothing of a page is run. */
import { UnreadableError } from '../decode.ts'
import { endWithParent } from './end-with-parent.ts'
import type { ExtractionReply, ExtractionRequest } from './messages.ts'

endWithParent()
process.on('message', async (request: ExtractionRequest) => reply(await read(request)))
// It goes when the process that started it goes, not before: Ctrl-C reaches both.
process.on('disconnect', () => process.exit(0))
process.on('SIGINT', () => undefined)
// A library that throws where nobody waits has failed on this document all the same.
process.on('uncaughtException', (error) => reply(refuse(error)))
process.on('unhandledRejection', (error) => reply(refuse(error)))
reply({ kind: 'ready' })

function reply(message: ExtractionReply): void {
  process.send?.(message)
}

/** Each format's library is loaded with its first document; the time starts to count when it is there. */
async function read(request: ExtractionRequest): Promise<ExtractionReply> {
  const onProgress = () => reply({ kind: 'progress' })
  try {
    if (request.format === 'feed') {
      const { readFeed } = await import('../feeds/read-feed.ts')
      onProgress()
      return { kind: 'feed', feed: readFeed(request.text, request.url) }
    }
    if (request.format === 'pdf') {
      const { readPdf } = await import('../pdf/read-pdf.ts')
      onProgress()
      return { kind: 'article', extracted: await readPdf(request.bytes, onProgress) }
    }
    const reader =
      request.format === 'html' ? (await import('../html.ts')).readHtml : (await import('../markdown.ts')).readMarkdown
    onProgress()
    return { kind: 'article', extracted: reader(request.text) }
  } catch (error) {
    return refuse(error)
  }
}

function refuse(error: unknown): ExtractionReply {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown fault'
  return { kind: 'unreadable', reason: message, isFault: !(error instanceof UnreadableError) }
}
