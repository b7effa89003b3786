/**
 * The set of invented articles of test/speech/set: every quote judged for its words, its speaker and its meaning. Prints the
 * figures of the half that rules were tuned on and of the other.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { createVerifyCorpus } from '../../src/verify/search/corpus.ts'
import type { Verification } from '../../src/verify/types.ts'
import { verifyText } from '../../src/verify/verify-text.ts'
import { readSet, type SetKind } from '../speech/read-set.ts'
import { makeVerifiable } from './corpora.ts'

type Judged = { readonly id: string; readonly kind: SetKind; readonly half: string; readonly text: string } & Pick<
  Verification,
  'words' | 'speaker' | 'meaning'
>

describe('a set of true and false quotes over forty articles', () => {
  const set = readSet()
  let judged: readonly Judged[]

  beforeAll(() => {
    const corpus = createVerifyCorpus(set.map(({ id, text, language }) => makeVerifiable(text, language, id)))
    judged = set.flatMap(({ id, half, quotes }) =>
      quotes.map(({ kind, text }) => {
        const { words, speaker, meaning } = verifyText(text, corpus)
        return { id, half, kind, text, words, speaker, meaning }
      }),
    )
    for (const half of ['work', 'report'])
      process.stdout.write(`${half} ${JSON.stringify(figuresOf(judged.filter((quote) => quote.half === half)))}\n`)
  }, 120_000)

  const wrong = (kind: SetKind, isWrong: (quote: Judged) => boolean) => {
    const all = judged.filter((quote) => quote.kind === kind)
    return { share: all.filter(isWrong).length / all.length, listed: all.filter(isWrong) }
  }

  it('holds four hundred quotes over forty articles', () => {
    expect(set.length).toBeGreaterThanOrEqual(40)
    expect(judged.length).toBeGreaterThanOrEqual(400)
  })

  it('accuses few of the right ones', () => {
    const { share, listed } = wrong('right', isAccused)
    expect(share, JSON.stringify(listed, undefined, 1)).toBeLessThanOrEqual(0.02)
  })

  it('never says that a wrong speaker is right', () => {
    const { listed } = wrong('other speaker', ({ words, speaker }) => words === 'exact' && speaker === 'right')
    expect(listed).toEqual([])
  })

  it('calls few cuts that turn the meaning whole', () => {
    const { share, listed } = wrong('cut', ({ words, meaning }) => words === 'exact' && meaning === 'whole')
    expect(share, JSON.stringify(listed, undefined, 1)).toBeLessThanOrEqual(0.05)
  })

  it.each<SetKind>(['altered', 'stitched', 'earlier'])('never calls exact what is %s', (kind) => {
    expect(wrong(kind, ({ words }) => words === 'exact').listed).toEqual([])
  })
})

function isAccused({ words, speaker, meaning }: Judged): boolean {
  return words !== 'exact' || speaker === 'other' || meaning === 'cut'
}

/** Of each kind: how many were judged rightly, of how many. */
function figuresOf(judged: readonly Judged[]): Readonly<Record<string, string>> {
  const isRight: Readonly<Record<SetKind, (quote: Judged) => boolean>> = {
    right: (quote) => !isAccused(quote),
    'other speaker': ({ words, speaker }) => words !== 'exact' || speaker === 'other',
    cut: ({ words, meaning }) => words !== 'exact' || meaning === 'cut',
    altered: ({ words }) => words !== 'exact',
    stitched: ({ words }) => words !== 'exact',
    earlier: ({ words }) => words !== 'exact',
  }
  const kinds = [...new Set(judged.map(({ kind }) => kind))]
  return Object.fromEntries(
    kinds.map((kind) => {
      const all = judged.filter((quote) => quote.kind === kind)
      return [kind, `${all.filter(isRight[kind]).length}/${all.length}`]
    }),
  )
}
