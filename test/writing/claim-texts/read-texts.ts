/** Reads the marked claims: a text of sentences ("= …"), then true ("+ 12 shape: …") and false ("- 12 shape: …") claims that cite them by number. */
import { readFileSync } from 'node:fs'
import type { Evidence, Language } from '../../../src/types.ts'
import { evidenceOf } from '../evidence.ts'

export type Half = 'open' | 'apart'

export type MarkedClaim = {
  readonly half: Half
  readonly language: Language
  readonly text: string
  readonly shape: string
  readonly isTrue: boolean
  /** As a model gives them: the sentences relied on, word for word. */
  readonly words: readonly string[]
  readonly evidence: readonly Evidence[]
}

export function readTexts(half: Half, language: Language): readonly MarkedClaim[] {
  const source = readFileSync(new URL(`./${half}-${language}.txt`, import.meta.url), 'utf8')
  return source.split(/\n(?=# )/u).flatMap((block) => {
    const lines = block.split('\n').filter((line) => line !== '')
    const sentences = lines.filter((line) => line.startsWith('= ')).map((line) => line.slice(2))
    const evidence = evidenceOf(`${half}-${lines[0]?.slice(2)}`, sentences.join(' '), language)
    return lines
      .filter((line) => /^[+-] /u.test(line))
      .map((line): MarkedClaim => {
        const {
          numbers = '',
          shape = '',
          text = '',
        } = /^. (?<numbers>\d+) (?<shape>\p{L}+): (?<text>.+)$/u.exec(line)?.groups ?? {}
        const words = [...numbers].map((number) => sentences[Number(number) - 1] ?? '')
        if (text === '' || words.includes('')) throw new Error(`not a marked claim: ${line}`)
        return { half, language, text, shape, isTrue: line.startsWith('+'), words, evidence }
      })
  })
}
