import { setImmediate as giveWay } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { articleOf } from '../answer/seed-corpus.ts'
import { bridge, harbour, harbourText, sampleDesks } from './sample-desk.ts'

const openDesk = sampleDesks()
const ships = 'How many ships waited outside the port?'

describe('the desk', () => {
  it('answers, keeps the answer, and proves it', async () => {
    const { desk, ledger } = await openDesk()
    const answer = await desk.ask({ text: ships, asker: 'discord:1' })
    expect(answer).toMatchObject({ question: ships, status: 'answered' })
    expect(answer.citations[0]?.quote).toContain('340 ships')
    expect((await desk.answer(answer.id))?.claims).toEqual(answer.claims)
    expect(await ledger.answer(answer.id)).toEqual(answer)
    const { record, check } = await desk.proof(answer.id.toUpperCase(), 'en')
    expect(record.question).toBe(ships)
    expect(check.citations[0]).toMatchObject({ state: 'unchanged', integrity: 'intact' })
    await expect(desk.proof('nonsense', 'fr')).rejects.toThrow(/identifiant/)
    await expect(desk.proof('zzzzzzzzzz', 'en')).rejects.toThrow(UserError)
  })

  it('refuses what is empty or too long in one line, in the language of who writes', async () => {
    const { desk, ledger } = await openDesk()
    await expect(desk.ask({ text: ' \n', asker: 'discord:1' })).rejects.toThrow(/Write a question/)
    await expect(desk.ask({ text: ' ', asker: 'discord:1', language: 'fr' })).rejects.toThrow(/Écrivez/)
    await expect(desk.ask({ text: 'que '.repeat(900), asker: 'discord:1' })).rejects.toThrow(/trop longue/)
    await expect(desk.verify('')).rejects.toThrow(UserError)
    await expect(desk.verify('x'.repeat(20_000))).rejects.toThrow(UserError)
    await expect(desk.figures(' ')).rejects.toThrow(UserError)
    await expect(
      desk.feedback({ answerId: 'zzzzzzzzzz', asker: 'discord:1', kind: 'wrong', note: 'x'.repeat(1_001) }),
    ).rejects.toThrow(/at most 1000/)
    expect(await ledger.counts()).toMatchObject({ answers: 0, private: 0 })
  })

  it('says that there are no articles yet instead of blaming them', async () => {
    const { desk } = await openDesk({ empty: true })
    const calls = [
      () => desk.ask({ text: ships, asker: 'discord:1' }),
      () => desk.verify('Some words.'),
      () => desk.figures('ships'),
    ]
    for (const call of calls) await expect(call()).rejects.toThrow(/no articles yet.*sourcier index/)
    expect(await desk.sources()).toEqual([])
    expect(await desk.passages('ships', 5)).toEqual([])
    expect(await desk.status()).toMatchObject({ corpus: { revision: 0, articles: 0 }, passages: 0 })
  })

  it('carries a follow-up on, within its conversation only', async () => {
    const { desk } = await openDesk()
    const ask = (text: string, conversation?: string) =>
      desk.ask({ text, asker: 'discord:1', ...(conversation && { conversation }) })
    await ask('How long was the harbour closed?', 'discord:thread:1')
    const carried = await ask('And the northern pier?', 'discord:thread:1')
    expect(carried.question).not.toBe('And the northern pier?')
    expect((await ask('And the northern pier?', 'discord:thread:2')).question).toBe('And the northern pier?')
    expect((await ask('And the northern pier?')).question).toBe('And the northern pier?')
  })

  it('speaks and keeps as the person has chosen, unless the request says otherwise', async () => {
    const { desk, ledger } = await openDesk()
    expect(await desk.preferences('telegram:1')).toEqual({})
    expect(await desk.prefer('telegram:1', { language: 'fr' })).toEqual({ language: 'fr' })
    expect(await desk.prefer('telegram:1', { private: true })).toEqual({ language: 'fr', private: true })
    const hidden = await desk.ask({ text: ships, asker: 'telegram:1' })
    expect(hidden.language).toBe('fr')
    expect(await ledger.answer(hidden.id)).toBeUndefined()
    const open = await desk.ask({ text: ships, asker: 'telegram:1', private: false, language: 'en' })
    expect(open.language).toBe('en')
    expect(await ledger.answer(open.id)).toBeDefined()
    expect(await desk.prefer('telegram:1', { language: undefined })).toEqual({ private: true })
    expect((await desk.ask({ text: ships, asker: 'telegram:1' })).language).toBe('en')
  })

  it('leaves nothing but a count of a private question, and still has it at hand for its buttons', async () => {
    const { desk, ledger } = await openDesk()
    const answer = await desk.ask({ text: ships, asker: 'discord:1', private: true })
    expect((await desk.answer(answer.id))?.claims).toEqual(answer.claims)
    await desk.feedback({ answerId: answer.id, asker: 'discord:1', kind: 'wrong', note: 'secret' })
    await desk.feedback({ answerId: answer.id, asker: 'discord:1', kind: 'wrong' })
    expect(await ledger.counts()).toEqual({ answers: 0, private: 1, byStatus: {}, feedback: { wrong: 1 } })
    expect(await desk.gaps(10)).toEqual([])
    await expect(desk.proof(answer.id, 'en')).rejects.toThrow(UserError)
  })

  it('is private throughout where the settings say so', async () => {
    const { desk, ledger } = await openDesk({ variables: { SOURCIER_PRIVATE: 'true' } })
    await desk.ask({ text: ships, asker: 'discord:1', private: false })
    expect(await ledger.counts()).toMatchObject({ answers: 0, private: 1 })
    expect(await desk.status()).toMatchObject({ keepDays: 0, privateAnswers: 1 })
  })

  it('takes a question for private when the preferences cannot be read, and answers it', async () => {
    const { desk, warnings } = await openDesk({
      ledger: async () => {
        throw new Error('disk on fire')
      },
    })
    const answer = await desk.ask({ text: ships, asker: 'discord:1' })
    expect(answer.status).toBe('answered')
    expect((await desk.answer(answer.id))?.id).toBe(answer.id)
    expect(warnings).toHaveLength(2)
  })

  it('forgets a person: answers, opinions, choices, conversations and what is at hand', async () => {
    const { desk, ledger } = await openDesk()
    const mine = { asker: 'discord:1', conversation: 'discord:thread:1' }
    const answer = await desk.ask({ text: 'How long was the harbour closed?', ...mine })
    const other = await desk.ask({ text: ships, asker: 'discord:2' })
    await desk.prefer('discord:1', { language: 'en' })
    await desk.feedback({ answerId: other.id, asker: 'discord:1', kind: 'wrong' })
    expect(await desk.forget('discord:1')).toBe(1)
    expect(await desk.answer(answer.id)).toBeUndefined()
    expect(await desk.answer(other.id)).toBeDefined()
    expect(await desk.preferences('discord:1')).toEqual({})
    expect(await ledger.counts()).toMatchObject({ answers: 1, feedback: {} })
    const after = await desk.ask({ text: 'And the northern pier?', ...mine })
    expect(after.question).toBe('And the northern pier?')
  })

  it('forgets also the questions that are on their way', async () => {
    const { desk, ledger } = await openDesk()
    const asked = [1, 2, 3].map(() => desk.ask({ text: ships, asker: 'discord:1', conversation: 'c' }))
    const others = desk.ask({ text: ships, asker: 'discord:2' })
    await giveWay()
    await desk.forget('discord:1')
    const answers = await Promise.all(asked)
    await others
    expect(await ledger.counts()).toMatchObject({ answers: 1, private: 3 })
    for (const { id } of answers) expect(await desk.answer(id)).toBeUndefined()
  })

  it('serves a hundred questions in their order, and lets others have their turn between', async () => {
    const { desk } = await openDesk()
    const order: number[] = []
    let turns = 0
    const clock = setInterval(() => {
      turns += 1
    }, 1)
    const asked = Array.from({ length: 100 }, async (_, at) => {
      await desk.ask({ text: `${ships} ${'?'.repeat(at % 3)}`, asker: `discord:${at}` })
      order.push(at)
    })
    await Promise.all(asked)
    clearInterval(clock)
    expect(order).toEqual(Array.from({ length: 100 }, (_, at) => at))
    expect(turns).toBeGreaterThan(50)
  })

  it('shows a passage with its neighbours, and the quote within it', async () => {
    const { desk, corpus } = await openDesk()
    const { citations } = await desk.ask({ text: ships, asker: 'discord:1' })
    const [citation] = citations
    const view = await desk.passage(citation?.passageId ?? '', citation)
    expect(view?.current).toBe(true)
    expect(view?.article).toEqual(citation?.article)
    expect(view?.passage.text.slice(view.quote?.start, view.quote?.end)).toBe(citation?.quote)
    expect([view?.before?.ordinal, view?.after?.ordinal]).toEqual([1, 3])
    const first = await desk.passage(`harbour@${harbour.version}.1`)
    expect(first?.before).toBeUndefined()
    expect(first?.quote).toBeUndefined()
    await corpus.update([articleOf('harbour', harbourText.replace('340', '400')), bridge])
    expect(await desk.passage(citation?.passageId ?? '')).toMatchObject({ current: false, passage: view?.passage })
    for (const id of ['', 'harbour', 'harbour@00000000.1', `harbour@${harbour.version}.99`, '%@%.1']) {
      expect(await desk.passage(id)).toBeUndefined()
    }
  })

  it('gives any range of an article as a range of the passage, or none', async () => {
    const { desk } = await openDesk()
    const range = fc.tuple(fc.integer({ min: -20, max: 400 }), fc.integer({ min: -20, max: 400 }))
    await fc.assert(
      fc.asyncProperty(range, fc.integer({ min: 1, max: 3 }), async ([start, end], ordinal) => {
        const view = await desk.passage(`harbour@${harbour.version}.${ordinal}`, { start, end })
        if (view === undefined) throw new Error('there is such a passage')
        const { passage, quote } = view
        const from = Math.max(start, passage.start)
        const to = Math.min(end, passage.end)
        if (from >= to) expect(quote).toBeUndefined()
        else expect(passage.text.slice(quote?.start, quote?.end)).toBe(harbour.text.slice(from, to))
      }),
      { numRuns: 60 },
    )
  })

  it('gives the figures of the articles beside words that they do not have, and none where they speak of nothing such', async () => {
    const { desk } = await openDesk()
    const retold = await desk.verify(
      'After the storm 500 vessels were stuck, reports say. Ships waited outside the port: 800 of them!',
    )
    expect(retold.verification.verdict).toBe('not-found')
    expect(retold.figures?.rows.map(({ figure }) => figure)).toContain('340 ships')
    for (const text of ['He lost 20 kilos in 3 months!', 'Ships waited outside the port.', '12', '😀 3/4']) {
      expect((await desk.verify(text)).figures).toBeUndefined()
    }
    expect((await desk.verify('340 ships had waited outside the port')).figures).toBeUndefined()
  })

  it('finds passages without deciding, checks quotes and tabulates figures', async () => {
    const { desk } = await openDesk()
    const found = await desk.passages('ships waiting', 2)
    expect(found).toHaveLength(2)
    expect(found[0]).toMatchObject({ current: true, passage: { ordinal: 2, articleId: 'harbour' } })
    expect(await desk.passages('  ', 2)).toEqual([])
    const real = await desk.verify('340 ships had waited outside the port')
    expect(real).toMatchObject({ verification: { verdict: 'verbatim' }, language: 'en' })
    expect((await desk.verify('350 ships had waited outside the port')).verification.verdict).toBe('altered')
    const { table, language } = await desk.figures('combien de voitures', 'fr')
    expect(language).toBe('fr')
    expect(table.rows.map(({ canonical }) => canonical)).toContain('9200')
  })

  it('checks against the articles that count now', async () => {
    const { desk, corpus } = await openDesk()
    expect((await desk.verify('340 ships had waited outside the port')).verification.verdict).toBe('verbatim')
    await corpus.update([articleOf('harbour', harbourText.replace('340', '400')), bridge])
    expect((await desk.verify('340 ships had waited outside the port')).verification.verdict).toBe('altered')
  })

  it('keeps ten passages of the evidence, in memory and in the ledger', async () => {
    const { desk, ledger, corpus } = await openDesk()
    const ferry = (at: number) =>
      articleOf(`ferry${at}`, `The ferry number ${at} carried ${at}0 passengers on Sunday evening.`)
    await corpus.update([harbour, ...Array.from({ length: 15 }, (_, at) => ferry(at + 1))])
    const answer = await desk.ask({ text: 'How many passengers were on the ferry?', asker: 'discord:1' })
    expect(answer.evidence.length).toBeGreaterThan(10)
    const kept = { ...answer, evidence: answer.evidence.slice(0, 10) }
    expect(await desk.answer(answer.id)).toEqual(kept)
    expect(await ledger.answer(answer.id)).toEqual(kept)
  })

  it('lists the articles, newest first, those of unknown date last', async () => {
    const { desk, corpus } = await openDesk()
    await corpus.update([
      harbour,
      bridge,
      articleOf('undated', 'A ferry sank off the coast on a quiet evening in autumn.'),
    ])
    expect((await desk.sources()).map(({ id }) => id)).toEqual(['bridge', 'harbour', 'undated'])
  })

  it('says how things stand', async () => {
    const { desk } = await openDesk({ stale: 'No news for 9 days.' })
    expect((await desk.ask({ text: ships, asker: 'discord:1' })).corpus.stale).toBe('No news for 9 days.')
    expect(await desk.status()).toMatchObject({
      ...{ version: '1.2.3', passages: 5, languages: { en: 1, fr: 1 }, answers: 1, keepDays: 90 },
      corpus: { revision: 1, articles: 2, newest: '2026-03-01' },
      ...{ byStatus: { answered: 1 }, stale: 'No news for 9 days.' },
    })
  })

  it('knows its maintainers by their whole name', async () => {
    const { desk } = await openDesk({ variables: { SOURCIER_ADMINS: 'discord:12, telegram:3' } })
    expect(['discord:12', 'telegram:3', 'discord:1', 'telegram:12', ''].map(desk.isMaintainer)).toEqual([
      ...[true, true, false, false, false],
    ])
  })

  it('reindexes once for all who ask for it at the same time, and again after a failure', async () => {
    let runs = 0
    const { desk } = await openDesk({
      reindex: async () => {
        runs += 1
        await giveWay()
        if (runs === 2) throw new UserError('too much has vanished')
        return { revision: runs, summary: 'done' }
      },
    })
    expect(await Promise.all([desk.reindex(), desk.reindex()])).toEqual([
      { revision: 1, summary: 'done' },
      { revision: 1, summary: 'done' },
    ])
    await expect(desk.reindex()).rejects.toThrow(/vanished/)
    expect(await desk.reindex()).toEqual({ revision: 3, summary: 'done' })
  })

  it('keeps the settings of groups, and tells the language of a text', async () => {
    const { desk } = await openDesk()
    expect(await desk.groupSetting('discord:9')).toBeUndefined()
    await desk.setGroupSetting('discord:9', '{"a":1}')
    expect(await desk.groupSetting('discord:9')).toBe('{"a":1}')
    expect(['Où est le port ?', 'Where is the port?'].map(desk.languageOf)).toEqual(['fr', 'en'])
  })
})
