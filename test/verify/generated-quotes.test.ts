import { beforeAll, describe, expect, it } from 'vitest'
import { findNames } from '../../src/entities/names.ts'
import { createVerifyCorpus, type VerifyCorpus } from '../../src/verify/search/corpus.ts'
import { verifyText } from '../../src/verify/verify-text.ts'
import { readCollections, readSeeds } from './corpora.ts'
import { moreAltered, moreTrue } from './more-variants.ts'
import { alteredVariants, createRandom, sentencesOf, trueVariants, type Variant } from './variants.ts'

/** Every so many sentences of the collections. `SOURCIER_TEST_STEP=1` takes them all with all variants, in some minutes. */
const step = Number(process.env['SOURCIER_TEST_STEP'] ?? 12)
/** Of the further kinds a part of each sentence's, in turn, so that all come up. */
const every = Math.min(step, 5)

type Judged = Variant & { readonly verdict: string; readonly isCleared: boolean; readonly named: boolean }

describe('quotes made from the seeds and the collections', () => {
  let corpus: VerifyCorpus
  let real: readonly Judged[]
  let altered: readonly Judged[]
  beforeAll(async () => {
    const articles = [...(await readSeeds()), ...readCollections()]
    corpus = createVerifyCorpus(articles)
    const all = sentencesOf(articles)
    // All of the seeds, and enough of the others for thousands of variants in a few seconds.
    const seeds = sentencesOf(articles.slice(0, 5)).length
    const sentences = all.filter((_, at) => (at < seeds && (at % 2 === 0 || step === 1)) || at % step === 0)
    const random = createRandom(20261121)
    const names = [...new Set(all.flatMap(({ text, language }) => findNames(text, language).map((name) => name.text)))]
    const judge = (variant: Variant): Judged => {
      const { verdict, matches, speaker } = verifyText(variant.text, corpus)
      return {
        ...variant,
        verdict,
        isCleared: verdict === 'verbatim' && (speaker === 'right' || speaker === 'not-given'),
        named: verdict === 'stitched' || matches.some(({ differences }) => differences.length > 0),
      }
    }
    const inTurn = (_: unknown, at: number) => at % every === 0
    real = [
      ...sentences.flatMap((sentence) => trueVariants(sentence, random)),
      ...sentences.flatMap((sentence) => moreTrue(sentence, random)).filter(inTurn),
    ].map(judge)
    altered = [
      ...sentences.flatMap((sentence) => alteredVariants(sentence, all, names, random)),
      ...sentences.flatMap((sentence) => moreAltered(sentence, all, random)).filter(inTurn),
    ].map(judge)
  }, 600_000)

  it('are all called verbatim when they are real', () => {
    const missed = real.filter(({ verdict }) => verdict !== 'verbatim')
    expect(missed).toEqual([])
    expect(real.length).toBeGreaterThan(1000)
  })

  // Exact words with another's name are exact: the speaker is judged apart.
  it('are never cleared when they are altered', () => {
    const accepted = altered.filter(({ isCleared }) => isCleared)
    expect(accepted).toEqual([])
    expect(altered.length).toBeGreaterThan(1000)
  })

  it('are most often called altered or stitched, with what differs, when they are altered', () => {
    const told = altered.filter(({ verdict, named }) => verdict !== 'not-found' && (named || verdict === 'verbatim'))
    expect(told.length / altered.length).toBeGreaterThan(0.97)
  })
})
