import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../src/ask.ts'
import { resolveFollowUp } from '../../src/conversation/resolve-follow-up.ts'
import type { Embedder, WordSpace } from '../../src/ports.ts'
import { articleOf, createCorpus, type MemoryCorpus, openBundledEmbedder, openBundledWords } from './seed-corpus.ts'

const articles = [
  articleOf(
    'ring',
    `Raids in all of Korvia led to the arrest of hundreds of smugglers, including Otto Brandt, the founder of the Falk company, who is accused of leading a ring across Norland.

Otto Brandt has built an empire of casinos in Norland. The police of Lessa are looking for his accountant.

Nora Quist, 51, was picked up at 6:15 a.m. at her villa in Marn. Prosecutors in Lessa say that Nora Quist led the ring in Korvia.

Emil Roth, who lives in Odalen, has hired a lawyer. Ada Kern, a native of Brask, was buried in the cemetery of Marn on Friday.`,
  ),
  articleOf(
    'reseau',
    `Le comptable Ivo Tresk a été interpellé vendredi à l'aéroport de Lessa, a indiqué le parquet de Marn. Il nie tout.

La sœur du comptable, Lena Tresk, dirige un casino à Odalen. Elle a témoigné devant le tribunal de Marn.`,
    'fr',
  ),
  articleOf(
    'strike',
    [
      'In January 310 workers of the port of Marn were dismissed, the union said.',
      'In February 420 workers were dismissed in the port of Marn, the union said.',
      'In March 530 workers were dismissed in the port of Marn, the union said.',
      'In April 640 workers were dismissed in the port of Marn, the union said.',
      'In May 750 workers were dismissed in the port of Marn, the union said.',
      'In June 860 workers were dismissed in the port of Marn, the union said.',
      'In July 970 workers were dismissed in the port of Marn, the union said.',
      'In August 180 workers were dismissed in the port of Marn, the union said.',
      'In September 290 workers were dismissed in the port of Marn, the union said.',
    ].join('\n\n'),
  ),
]

describe('where somebody lives, was arrested, born or buried', () => {
  let embedder: Embedder
  let space: WordSpace
  let corpus: MemoryCorpus
  beforeAll(async () => {
    embedder = await openBundledEmbedder()
    space = await openBundledWords(embedder)
    corpus = createCorpus(embedder, space)
    await corpus.update(articles)
  })
  afterAll(async () => await embedder.close())

  it.each([
    'Where does Otto Brandt live?',
    'Where was Otto Brandt arrested?',
    'Where was Otto Brandt born?',
    'Where is Otto Brandt buried?',
    'Où habite Otto Brandt ?',
    'Où vit Otto Brandt ?',
    'Où Otto Brandt a-t-il été arrêté ?',
    'Dans quelle ville vit Lena Tresk ?',
    'Where does Lena Tresk live?',
    'Où Ivo Tresk habite-t-il ?',
  ])('is not answered by a place in a sentence about them: %s', async (question) => {
    const { status, claims } = await ask(corpus.parts, question)
    expect(status, claims[0]?.text).not.toBe('answered')
  })

  it.each([
    ['Who is Otto Brandt?', 'Where was he arrested?'],
    ['Who is Otto Brandt?', 'Où vit-il ?'],
    ['Qui est Lena Tresk ?', 'Où habite-t-elle ?'],
  ])('nor in a conversation: %s %s', async (first, next) => {
    const asked = await ask(corpus.parts, first)
    const answer = asked.claims.map(({ text }) => text).join(' ')
    const { status, claims } = await ask(corpus.parts, resolveFollowUp(next, [{ question: first, answer }]))
    expect(status, claims[0]?.text).not.toBe('answered')
  })

  it.each([
    ['Where was Nora Quist arrested?', 'villa in Marn'],
    ['Où Nora Quist a-t-elle été arrêtée ?', 'villa in Marn'],
    ['Where does Emil Roth live?', 'lives in Odalen'],
    ['Où habite Emil Roth ?', 'lives in Odalen'],
    ['Where was Ivo Tresk arrested?', 'aéroport de Lessa'],
    ['Où a été arrêté Ivo Tresk ?', 'aéroport de Lessa'],
    ['Where is Ada Kern buried?', 'cemetery of Marn'],
  ])('is answered by the sentence that says so: %s', async (question, words) => {
    const { status, claims } = await ask(corpus.parts, question)
    expect(claims[0]?.text).toContain(words)
    expect(status).toBe('answered')
  })

  it('says where all the figures are when there are more than it quotes', async () => {
    const english = await ask(corpus.parts, 'How many workers were dismissed in the port of Marn?')
    expect(english.notice).toBe('The articles give 9 different figures for this: “figures” shows them all.')
    expect(english.claims.length).toBeLessThanOrEqual(8)
    const french = await ask(corpus.parts, 'Combien de travailleurs ont été licenciés dans le port de Marn ?')
    expect(french.notice ?? '').toMatch(/^$|« figures » les montre tous/)
    const few = await ask(corpus.parts, 'Who was picked up at her villa?')
    expect(few.notice).toBeUndefined()
  })
})
