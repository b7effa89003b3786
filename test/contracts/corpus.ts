import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RebuildingWriter } from '../../index/corpus-change.ts'
import { ModelMismatchError, UserError } from '../../src/errors.ts'
import type { EmbeddedArticle } from '../../src/ports/corpus-writer.ts'
import type { PassageIndex } from '../../src/ports/passage-index.ts'
import { change, model, sample, vectorOf } from './corpus-samples.ts'

/** A corpus under test. `settle` waits for what is built in the background. */
export type CorpusUnderTest = {
  readonly index: PassageIndex
  readonly writer: RebuildingWriter
  settle?(): Promise<void>
  close(): Promise<void>
}

/** What every store must do. `open` gives a new empty corpus each time. */
export function corpusContract(name: string, open: () => Promise<CorpusUnderTest>): void {
  describe(`the corpus in ${name}`, () => {
    const port = sample('port', ['The port of Sihanoukville was searched.', 'Police counted 10\u202f444 computers.'])
    const coeur = sample('coeur', ["Au cœur de l'escroquerie, 48,6 milliards d’euros."], { language: 'fr' })
    const portEdited = sample('port', ['The port was searched twice.', 'Police counted 10\u202f444 computers.'])

    let corpus: CorpusUnderTest
    beforeEach(async () => {
      corpus = await open()
    })
    afterEach(() => corpus.close())

    const commit = (parts: Parameters<typeof change>[0]) => corpus.writer.commit(change(parts), model)
    const found = async (words: readonly string[], revision?: number) =>
      (await corpus.index.matching(words, 10, revision)).map(({ passageId }) => passageId)
    const near = async (text: string, limit = 10, revision?: number) => {
      await corpus.settle?.()
      return (await corpus.index.nearest(vectorOf(text), limit, revision)).map(({ passageId }) => passageId)
    }
    const idsOf = (...articles: readonly EmbeddedArticle[]) =>
      articles.flatMap(({ passages }) => passages.map(({ id }) => id)).sort()
    const counted = async (revision?: number) =>
      (await corpus.index.articles(revision)).map(({ id, version }) => `${id}@${version}`)
    const nameOf = ({ article }: EmbeddedArticle) => `${article.id}@${article.version}`

    it('is empty before anything is indexed', async () => {
      expect(await corpus.index.revision()).toBeUndefined()
      expect(await corpus.index.revisions()).toEqual([])
      expect(await corpus.index.articles()).toEqual([])
      expect(await found(['port'])).toEqual([])
      expect(await near('port')).toEqual([])
      expect(await corpus.writer.holds('port', port.article.version)).toBe(false)
      await expect(corpus.writer.rollback(1)).rejects.toThrow(UserError)
    })

    it('gives back what was indexed, word for word', async () => {
      const revision = await commit({ add: [port, coeur], note: 'first' })
      expect(revision).toMatchObject({ number: 1, articles: 2, passages: 3, added: 2, removed: 0, note: 'first' })
      expect(revision).toMatchObject(model)
      expect(Date.parse(revision.builtAt)).not.toBeNaN()
      expect(await corpus.index.revision()).toEqual(revision)
      expect(await corpus.index.revision(1)).toEqual(revision)
      expect(await corpus.index.revision(2)).toBeUndefined()
      expect(await corpus.index.article('port', port.article.version)).toEqual(port.article)
      expect(await corpus.index.article('port', 'ffffffff')).toBeUndefined()
      expect(await corpus.index.passagesOf('port', port.article.version)).toEqual(port.passages)
      const [first, second] = idsOf(port)
      expect(await corpus.index.passages([second ?? '', 'nobody@0.1', first ?? ''])).toEqual(
        [...port.passages].reverse(),
      )
      const { text: _text, skip: _skip, ...listed } = coeur.article
      expect((await corpus.index.articles())[0]).toEqual({ ...listed, passages: 1, origin: nameOf(coeur) })
      expect(await corpus.writer.holds('port', port.article.version)).toBe(true)
    })

    it('keeps the context of a passage and finds the passage by it', async () => {
      const [passage] = coeur.passages
      const item = { ...coeur, passages: [{ ...passage, context: 'Compounds in:' }] } as EmbeddedArticle
      await commit({ add: [item] })
      expect(await corpus.index.passages(idsOf(coeur))).toEqual(item.passages)
      expect(await found(['compounds'])).toEqual(idsOf(coeur))
    })

    it('knows the copies of one story, cut or prefaced, and nothing else for one', async () => {
      const story = Array.from({ length: 120 }, (_, at) => `word${at % 37} of${at} sentence${at % 11}`)
      const agency = sample('agency', [story.join(' ')])
      const cut = sample('cut', ['Our own introduction, by our correspondent.', story.slice(0, 80).join(' ')])
      const quoting = sample('quoting', [story.slice(0, 9).join(' '), 'Everything else here is our own reporting.'])
      await commit({ add: [agency, port] })
      await commit({ add: [cut, quoting], remove: ['agency'] })
      const originOf = new Map((await corpus.index.articles()).map(({ id, origin }) => [id, origin]))
      expect(originOf.get('cut')).toBe(nameOf(agency))
      expect(originOf.get('quoting')).toBe(nameOf(quoting))
      expect(originOf.get('port')).toBe(nameOf(port))
    })

    it('makes one revision a change and none for an empty one', async () => {
      const first = await commit({ add: [port] })
      expect(await commit({})).toEqual(first)
      expect(await commit({ add: [port], describe: [port.article], remove: ['nobody'] })).toEqual(first)
      expect(await corpus.index.revisions()).toEqual([first])
    })

    it('replaces an article by its new version and keeps the old one readable', async () => {
      await commit({ add: [port, coeur] })
      const second = await commit({ add: [portEdited] })
      expect(second).toMatchObject({ number: 2, articles: 2, passages: 3, added: 1, removed: 1 })
      expect(await counted()).toEqual([nameOf(coeur), nameOf(portEdited)])
      expect((await near('anything')).sort()).toEqual(idsOf(coeur, portEdited))
      expect(await found(['sihanoukville'])).toEqual([])
      expect(await corpus.index.article('port', port.article.version)).toEqual(port.article)
      expect(await corpus.index.passages(idsOf(port))).toEqual(port.passages)
    })

    it('answers as of an old revision', async () => {
      await commit({ add: [port, coeur] })
      await commit({ add: [portEdited], remove: ['coeur'] })
      expect(await counted(1)).toEqual([nameOf(coeur), nameOf(port)])
      expect((await near('anything', 10, 1)).sort()).toEqual(idsOf(coeur, port))
      expect(await found(['sihanoukville'], 1)).toHaveLength(1)
      expect(await found(['twice'], 1)).toEqual([])
      expect((await near('anything')).sort()).toEqual(idsOf(portEdited))
      await expect(corpus.index.matching(['port'], 1, 3)).rejects.toThrow(UserError)
      await expect(corpus.index.nearest(vectorOf('x'), 1, 3)).rejects.toThrow(/no revision 3/)
      await expect(corpus.index.articles(0)).rejects.toThrow(UserError)
    })

    it('withdraws, takes back and rolls back, in any order', async () => {
      await commit({ add: [port, coeur] })
      await commit({ remove: ['port'] })
      expect(await counted()).toEqual([nameOf(coeur)])
      await commit({ add: [{ ...port, vectors: [], passages: [] }] })
      expect(await counted()).toEqual([nameOf(coeur), nameOf(port)])
      expect((await near('anything')).sort()).toEqual(idsOf(coeur, port))
      const back = await corpus.writer.rollback(2)
      expect(back).toMatchObject({ number: 4, note: 'rollback to 2', articles: 1, removed: 1 })
      expect(await counted()).toEqual(await counted(2))
      expect(await found(['police', 'escroquerie'])).toEqual(idsOf(coeur))
      await corpus.writer.rollback(1)
      expect((await near('anything')).sort()).toEqual(idsOf(coeur, port))
      for (const [revision, names] of [
        [1, 2],
        [2, 1],
        [3, 2],
        [4, 1],
        [5, 2],
      ] as const) {
        expect(await counted(revision)).toHaveLength(names)
      }
      await expect(corpus.writer.rollback(9)).rejects.toThrow(/no revision 9/)
    })

    it('changes what is known of an article without touching its words', async () => {
      await commit({ add: [port] })
      const described = { id: 'port', title: 'The port', language: 'en', path: 'seeds/port.txt' } as const
      const second = await commit({ describe: [described, { ...described, id: 'nobody' }] })
      expect(second).toMatchObject({ number: 2, added: 0, removed: 0, articles: 1 })
      expect((await corpus.index.articles())[0]?.title).toBe('The port')
      expect((await corpus.index.articles(1))[0]?.title).toBeUndefined()
      expect((await corpus.index.article('port', port.article.version))?.title).toBe('The port')
      await corpus.writer.rollback(1)
      expect((await corpus.index.articles())[0]?.title).toBeUndefined()
    })

    it('commits all or nothing', async () => {
      const first = await commit({ add: [port] })
      const broken = { ...coeur, vectors: [vectorOf('x').fill(Number.NaN)] }
      await expect(commit({ add: [portEdited, broken] })).rejects.toThrow(/unit vector/)
      await expect(commit({ add: [portEdited, { ...coeur, vectors: [] }] })).rejects.toThrow(/0 vectors/)
      await expect(commit({ add: [port, portEdited] })).rejects.toThrow(UserError)
      expect(await corpus.index.revision()).toEqual(first)
      expect(await counted()).toEqual([nameOf(port)])
    })

    it('refuses another model, unless everything is replaced', async () => {
      await commit({ add: [port, coeur] })
      const other = { modelId: 'other-model', dimensions: 8 }
      const small = (id: string, like: EmbeddedArticle) =>
        sample(
          id,
          like.passages.map(({ text }) => text),
          { language: like.article.language },
          8,
        )
      const extra = small('extra', port)
      await expect(corpus.writer.commit(change({ add: [extra] }), other)).rejects.toThrow(ModelMismatchError)
      await expect(corpus.writer.commit(change({ add: [port] }), { ...model, dimensions: 8 })).rejects.toThrow(
        /16 dimensions/,
      )
      const rebuilt = await corpus.writer.rebuild([small('port', port), small('coeur', coeur)], other)
      expect(rebuilt).toMatchObject({ number: 2, articles: 2, passages: 3, note: 'rebuild', ...other })
      await corpus.settle?.()
      const [hit] = await corpus.index.nearest(vectorOf(port.passages[0]?.text ?? '', 8), 1)
      expect(hit?.passageId).toBe(idsOf(port)[0])
      await expect(commit({ add: [portEdited] })).rejects.toThrow(/other-model.*sample-model/)
      await corpus.writer.commit(change({ add: [port], remove: ['coeur'] }), model)
      expect(await near(port.passages[0]?.text ?? '', 1)).toEqual(idsOf(port).slice(0, 1))
      // The vectors of revision 2 are of the other model: so is a revision that goes back to it.
      expect(await corpus.writer.rollback(2)).toMatchObject({ number: 4, articles: 2, ...other })
    })

    it('rebuilds with exactly the articles given', async () => {
      await commit({ add: [port, coeur] })
      expect(await corpus.writer.rebuild([coeur], model, 'again')).toMatchObject({
        number: 2,
        articles: 1,
        note: 'again',
      })
      expect(await near('anything')).toEqual(idsOf(coeur))
      const split = sample('port', [port.article.text])
      await expect(corpus.writer.rebuild([split], model)).rejects.toThrow(UserError)
    })

    it('keeps every old revision as it was, whatever follows', async () => {
      const ids = ['a', 'b', 'c'] as const
      const step = fc.oneof(
        fc.record({ id: fc.constantFrom(...ids), words: fc.nat(3) }),
        fc.record({ id: fc.constantFrom(...ids) }),
        fc.record({ rollback: fc.nat(10) }),
      )
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
          const tried = await open()
          try {
            const expected = new Map<number, string>()
            const state = new Map<string, string>()
            let last = 0
            for (const { id, words, rollback } of steps as { id?: string; words?: number; rollback?: number }[]) {
              if (rollback !== undefined) {
                if (last === 0) continue
                const target = 1 + (rollback % last)
                state.clear()
                for (const [key, value] of JSON.parse(expected.get(target) ?? '[]')) state.set(key, value)
                last = (await tried.writer.rollback(target)).number
              } else if (id !== undefined) {
                const embedded = sample(id, [`Paragraph ${words} of ${id}, with words`])
                const parts = words === undefined ? { remove: [id] } : { add: [embedded] }
                last = (await tried.writer.commit(change(parts), model)).number
                if (words === undefined) state.delete(id)
                else state.set(id, embedded.article.version)
              }
              expected.set(last, JSON.stringify([...state].sort()))
              if (last % 3 === 0) await tried.settle?.()
              for (const [revision, articles] of expected) {
                const listed = (await tried.index.articles(revision)).map(({ id: one, version }) => [one, version])
                expect(JSON.stringify(listed.sort())).toBe(articles)
                const names = new Set(listed.map(([one, version]) => `${one}@${version}.1`))
                const hits = await tried.index.nearest(vectorOf('x'), 10, revision)
                expect(new Set(hits.map(({ passageId }) => passageId))).toEqual(names)
                const matched = await tried.index.matching(['paragraph'], 10, revision)
                expect(new Set(matched.map(({ passageId }) => passageId))).toEqual(names)
              }
            }
          } finally {
            await tried.close()
          }
        }),
        { numRuns: 8 },
      )
    })
  })
}
