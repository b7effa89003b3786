/** Reads the formats that can be made to take for ever or to fill the memory, in a process that can be ended. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { UnreadableError } from '../decode.ts'
import type { Extracted } from '../extracted.ts'
import type { FeedReading } from '../feeds/types.ts'
import { killTree } from './kill-tree.ts'
import type { ExtractionReply, ExtractionRequest } from './messages.ts'
import { residentBytes } from './resident-bytes.ts'

export interface Extractor {
  /** One at a time. Throws UnreadableError when there is no article, or when reading it takes too much time or memory. */
  extract(request: Exclude<ExtractionRequest, { readonly format: 'feed' }>): Promise<Extracted>
  /** Throws like `extract`. */
  readFeed(text: string, url: string): Promise<FeedReading>
  close(): void
}

type ExtractorOptions = {
  /** Without any progress, in milliseconds. */
  readonly timeoutMs?: number
  /** Beyond what the process takes before it begins. */
  readonly memoryBytes?: number
  /** After so many documents the process is replaced: what a library leaves behind does not pile up. */
  readonly documentsEach?: number
}

const defaultTimeoutMs = 3_000
const defaultMemoryBytes = 120 * 1024 * 1024
/** A document that goes on making progress is left after this, in milliseconds. */
const longestMs = 30_000
const startMs = 30_000
const lookAtMemoryMs = 25
/** For systems that do not say how much a process takes, in MB: V8's own limit. */
const heapMegabytes = 192
const defaultDocumentsEach = 400

type Reader = { readonly process: ChildProcess; documents: number }

export function createExtractor(options: ExtractorOptions = {}): Extractor {
  const {
    timeoutMs = defaultTimeoutMs,
    memoryBytes = defaultMemoryBytes,
    documentsEach = defaultDocumentsEach,
  } = options
  let reader: Reader | undefined
  let last: Promise<unknown> = Promise.resolve()

  const end = () => {
    if (reader !== undefined) killTree(reader.process)
    reader = undefined
  }
  const ask = async (request: ExtractionRequest): Promise<ExtractionReply> => {
    if (reader !== undefined && (reader.documents >= documentsEach || !reader.process.connected)) end()
    reader ??= await startReader()
    const { process: child } = reader
    reader.documents += 1
    const result = await converse(child, request, { timeoutMs, memoryBytes })
    if (result.kind === 'ended') {
      end()
      throw new UnreadableError(result.reason)
    }
    if (result.kind === 'unreadable') {
      throw new UnreadableError(result.isFault ? `it could not be read: ${result.reason}` : result.reason)
    }
    return result
  }
  const inTurn = (request: ExtractionRequest): Promise<ExtractionReply> => {
    const turn = last.then(() => ask(request))
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    async extract(request) {
      const reply = await inTurn(request)
      if (reply.kind !== 'article') throw new Error(`the reader answers with "${reply.kind}"`)
      return reply.extracted
    },
    async readFeed(text, url) {
      const reply = await inTurn({ format: 'feed', text, url })
      if (reply.kind !== 'feed') throw new Error(`the reader answers with "${reply.kind}"`)
      return reply.feed
    },
    close: end,
  }
}

async function startReader(): Promise<Reader> {
  const child = fork(entry(), {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    // Whoever takes this process over finds no secrets in it.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // A group of its own: what a library may have started is ended with it.
    detached: true,
  })
  child.unref()
  child.channel?.unref()
  const started = await converse(child, undefined, { timeoutMs: startMs, memoryBytes: Number.POSITIVE_INFINITY })
  if (started.kind !== 'ready') {
    killTree(child)
    throw new Error('the process that reads articles does not start')
  }
  return { process: child, documents: 0 }
}

type Ended = { readonly kind: 'ended'; readonly reason: string }
type Limits = { readonly timeoutMs: number; readonly memoryBytes: number }

/** Sends a document, if any, and waits for what comes of it. */
function converse(
  child: ChildProcess,
  request: ExtractionRequest | undefined,
  { timeoutMs, memoryBytes }: Limits,
): Promise<ExtractionReply | Ended> {
  return new Promise((resolve) => {
    let started = Date.now()
    let seen: number | undefined
    let mostBytes = Number.POSITIVE_INFINITY
    const finish = (result: ExtractionReply | Ended) => {
      clearInterval(watch)
      child.off('message', hear)
      child.off('exit', leave)
      child.off('error', leave)
      child.channel?.unref()
      resolve(result)
    }
    const hear = (reply: ExtractionReply) => {
      if (reply.kind !== 'progress') return finish(reply)
      // Until then a library was being loaded.
      if (seen === undefined) {
        started = Date.now()
        mostBytes = (residentBytes(child.pid) ?? 0) + memoryBytes
      }
      seen = Date.now()
    }
    const leave = () => finish({ kind: 'ended', reason: 'reading it takes too much memory, or breaks the reader' })
    const watch = setInterval(() => {
      const now = Date.now()
      const isStuck = seen === undefined ? now - started > startMs : now - seen > timeoutMs
      if (isStuck || now - started > longestMs) {
        finish({ kind: 'ended', reason: `reading it takes longer than ${Math.round((now - started) / 1000)} s` })
      } else if ((residentBytes(child.pid) ?? 0) > mostBytes) {
        finish({ kind: 'ended', reason: 'reading it takes too much memory' })
      }
    }, lookAtMemoryMs)
    child.on('message', hear)
    child.on('exit', leave)
    child.on('error', leave)
    // While a document is read the program waits for it.
    child.channel?.ref()
    if (request !== undefined) child.send(request, (error) => error !== null && leave())
  })
}

/** Compiled, the reader is a script like any other; from source it needs the loader. */
function entry(): string {
  const compiled = import.meta.url.endsWith('.js')
  return fileURLToPath(new URL(compiled ? './extraction-worker.js' : './start-extraction.mjs', import.meta.url))
}
