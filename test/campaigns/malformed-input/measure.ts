/** Reads inputs one after the other, and tells how long and how much memory that took. */
import { readdirSync, readFileSync } from 'node:fs'
import { UnreadableError } from '../../../adapters/sources/decode.ts'
import type { Extractor } from '../../../adapters/sources/extraction/extractor.ts'
import { asText, feed, matter, page, pdf } from './inputs.ts'
import { read } from './read-input.ts'

const mega = 1_000_000

export type InputResult = {
  readonly kind: string
  readonly count: number
  readonly articles: number
  readonly refused: number
  /** What threw anything but UnreadableError, in one line each. */
  readonly crashes: readonly string[]
  readonly slowestMs: number
  /** Most memory beyond that at rest, in MB. */
  readonly memoryMb: number
}

export type Attempt = { readonly kind: string; readonly run: (extractor: Extractor) => Promise<void> }

/** Everything that is loaded once is loaded before the memory at rest is taken. */
async function warmUp(extractor: Extractor): Promise<void> {
  for (const [bytes, format] of [
    [asText(page), 'html'],
    [asText(matter), 'markdown'],
    [pdf, 'pdf'],
    [asText(feed), 'feed'],
  ] as const) {
    await read(bytes, format, extractor)
  }
}

export async function measure(attempts: readonly Attempt[], extractor: Extractor): Promise<InputResult> {
  await warmUp(extractor)
  const rest = heldMegabytes()
  let most = rest
  const watch = setInterval(() => {
    most = Math.max(most, heldMegabytes())
  }, 25)
  let [articles, refused, slowestMs] = [0, 0, 0]
  const crashes: string[] = []
  for (const { run } of attempts) {
    const started = performance.now()
    try {
      await run(extractor)
      articles += 1
    } catch (error) {
      if (error instanceof UnreadableError) refused += 1
      else crashes.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
    }
    slowestMs = Math.max(slowestMs, performance.now() - started)
  }
  clearInterval(watch)
  most = Math.max(most, heldMegabytes())
  const [first] = attempts
  return {
    kind: first?.kind ?? '',
    count: attempts.length,
    articles,
    refused,
    crashes,
    slowestMs,
    memoryMb: most - rest,
  }
}

/** Of this process and those that it started. */
function heldMegabytes(): number {
  const ours = process.memoryUsage.rss()
  if (process.platform !== 'linux') return ours / mega
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((pid) => readChild(pid))
  return (ours + children.reduce((sum, bytes) => sum + bytes, 0)) / mega
}

function readChild(pid: string): readonly number[] {
  try {
    const parent = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /u, '')
      .split(' ')[1]
    if (parent !== String(process.pid)) return []
    return [Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096]
  } catch {
    return []
  }
}
