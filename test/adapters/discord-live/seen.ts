/** What tests look for in what a person saw. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { home } from '../../answer/seed-corpus.ts'
import type { Shown } from '../../peers/discord/shown.ts'

/** The words as a person reads them: without the marks that make them bold, set off or inert. */
export function readable(text: string): string {
  return text
    .replace(/\[((?:\\.|[^\]\\])*)\]\([^)\s]+\)/g, '$1')
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/^(?:>>> |> |-# )/gm, '')
    .replace(/\\([^0-9A-Za-z\s])/g, '$1')
}

export const readableOf = (shown: readonly Shown[]): string => shown.map(({ text }) => readable(text)).join('\n')

export type Golden = {
  readonly id: string
  readonly doc: number | null
  readonly question: string
  readonly answer: readonly string[]
  readonly kind: string
}

export const golden: readonly Golden[] = readFileSync(join(home, 'test', 'golden', 'seeds.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Golden)
