/** Articles that must not stop a run, by kind. */
import { truncateSync, writeFileSync } from 'node:fs'
import { bombs } from '../malformed-input/bombs.ts'

type Poison = {
  readonly kind: string
  /** With its dot. */
  readonly extension: string
  /** What the run must say of it. */
  readonly reason: RegExp
  write(file: string): void
}

const largeBytes = 200_000_000
const words = (text: string) =>
  `<html><body><article><p>The mayor said that ${text} was found.</p></article></body></html>`

function page(kind: string, text: string, reason: RegExp): Poison {
  return { kind, extension: '.html', reason, write: (file) => writeFileSync(file, words(text)) }
}

function bomb(kind: string, extension: string, reason: RegExp): Poison {
  const bytes = bombs().find((one) => one.kind === kind)?.bytes
  if (bytes === undefined) throw new Error(`there is no bomb "${kind}"`)
  return { kind, extension, reason, write: (file) => writeFileSync(file, bytes()) }
}

/** The first four are one of each way to stop a run. */
export const poisons: readonly Poison[] = [
  page('a parser that spins and has started a process', 'poison-with-a-child', /^reading it takes longer than \d+ s$/),
  page('a reader that exits', 'poison-that-exits', /breaks the reader$/),
  {
    kind: 'a document of 200 MB',
    extension: '.txt',
    reason: /larger than 10 MB$/,
    write(file) {
      writeFileSync(file, 'The mayor said')
      truncateSync(file, largeBytes)
    },
  },
  bomb('PDF that unpacks to 170 MB', '.pdf', /too much memory|longer than|damaged|no text/),
  page('a parser that spins', 'poison-that-spins', /^reading it takes longer than \d+ s$/),
  {
    kind: 'a text of 1,000 characters without a token',
    extension: '.txt',
    reason: /no words|no article text/,
    write: (file) => writeFileSync(file, '\ufffd'.repeat(1_000)),
  },
  bomb('10 MB of <', '.html', /longer than|too much memory|no article text|nested|no words/),
  bomb('a million nested tags', '.html', /longer than|too much memory|no article text|nested/),
  { kind: 'an empty file', extension: '.md', reason: /empty$/, write: (file) => writeFileSync(file, '') },
  {
    kind: 'a binary file',
    extension: '.txt',
    reason: /binary/,
    write: (file) => writeFileSync(file, Buffer.from([0, 1, 2, 0, 3, 255, 0])),
  },
]
