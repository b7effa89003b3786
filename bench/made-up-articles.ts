/** Articles made up of the words of the seeds, as many as are wanted, each about a town of its own. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findHome } from '../src/home.ts'

const paragraphs = 5
let known: readonly string[] | undefined

/** One fact about a town of its own, then paragraphs of different words in every article: copies would be one text. */
export function articleAbout(town: number): string {
  const words = vocabulary()
  const random = randomFrom(town + 1)
  const sentence = () => Array.from({ length: 14 }, () => words[Math.floor(random() * words.length)]).join(' ')
  const paragraph = () =>
    Array.from({ length: 4 }, sentence)
      .map((text) => `${text[0]?.toUpperCase()}${text.slice(1)}.`)
      .join(' ')
  const fact = `The harbour of ${nameOf(town)} received ${1000 + town} ships in the spring, the mayor said.`
  return [fact, ...Array.from({ length: paragraphs - 1 }, paragraph)].join('\n\n')
}

export function questionAbout(town: number): string {
  return `How many ships did the harbour of ${nameOf(town)} receive?`
}

function nameOf(town: number): string {
  const syllables = ['ka', 'lo', 'mi', 'ru', 'ta', 've', 'no', 'sha', 'bel', 'dor']
  const name = String(town)
    .padStart(5, '0')
    .split('')
    .map((digit) => syllables[Number(digit)])
    .join('')
  return `${name[0]?.toUpperCase()}${name.slice(1)}`
}

function vocabulary(): readonly string[] {
  known ??= [
    ...new Set(
      readdirSync(join(findHome(), 'seeds'))
        .filter((name) => name.endsWith('.txt'))
        .flatMap((name) => readFileSync(join(findHome(), 'seeds', name), 'utf8').match(/\p{Ll}{3,}/gu) ?? []),
    ),
  ]
  return known
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
