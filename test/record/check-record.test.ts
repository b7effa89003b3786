import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemoryCorpus } from '../../index/memory/corpus.ts'
import { UserError } from '../../src/errors.ts'
import { checkRecord } from '../../src/record/check-record.ts'
import { findQuote } from '../../src/record/find-quote.ts'
import { hashText, makeRecord } from '../../src/record/make-record.ts'
import { isBroken, openProof, readAnswerId } from '../../src/record/open-proof.ts'
import type { EvidenceRecord, RecordedCitation } from '../../src/record/types.ts'
import { change, model, sample } from '../contracts/corpus-samples.ts'
import { answerWith, askedAt, cite } from './sample-record.ts'

const quote = 'The police seized 444 computers in Poipet, officials said.'
const article = sample('raid', ['An opening paragraph of the article.', quote])
const now = new Date('2026-04-01T00:00:00Z')

async function setUp() {
  const { index, writer } = createMemoryCorpus(() => new Date('2026-03-01T00:00:00Z'))
  await writer.commit(change({ add: [article] }), model)
  const record = await makeRecord(answerWith([cite(1, article, quote)]), index, { askedAt, chatModel: 'some-model' })
  return { index, writer, record }
}

const withCitation = (record: EvidenceRecord, parts: Partial<RecordedCitation>): EvidenceRecord => ({
  ...record,
  citations: record.citations.map((citation) => ({ ...citation, ...parts })),
})

describe('the check of a record', () => {
  it('takes hashes, version, models and a verdict when the record is made', async () => {
    const { record } = await setUp()
    expect(record.models).toEqual({ embedding: model.modelId, chat: 'some-model' })
    expect(record.citations[0]).toMatchObject({
      verdict: 'exact',
      quoteSha256: hashText(quote),
      article: {
        version: article.article.version,
        fileSha256: article.article.sha256,
        textSha256: hashText(article.article.text),
      },
    })
    expect(hashText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('finds out a quote, a text or an offset that is not what was kept', async () => {
    const { index, record } = await setUp()
    const integrityOf = async (changed: EvidenceRecord) => {
      const check = await checkRecord(changed, index, now)
      return [check.citations[0]?.integrity, isBroken({ record: changed, check })]
    }
    expect(await integrityOf(record)).toEqual(['intact', false])
    const altered = quote.replace('444', '44')
    expect(await integrityOf(withCitation(record, { quote: altered }))).toEqual(['quote-altered', true])
    const forged = withCitation(record, { quote: altered, quoteSha256: hashText(altered) })
    expect(await integrityOf(forged)).toEqual(['slice-differs', true])
    expect(await integrityOf(withCitation(record, { start: 0, end: quote.length }))).toEqual(['slice-differs', true])
    const cited = record.citations[0]?.article ?? { ...article.article }
    const otherText = withCitation(record, { article: { ...cited, textSha256: hashText('x') } })
    expect(await integrityOf(otherText)).toEqual(['text-altered', true])
    const otherVersion = withCitation(record, { article: { ...cited, version: '00000000' } })
    expect(await integrityOf(otherVersion)).toEqual(['version-missing', false])
  })

  it('checks the record alone where there is no corpus', async () => {
    const { record } = await setUp()
    expect(await checkRecord(record, undefined, now)).toEqual({
      checkedAt: '2026-04-01T00:00:00.000Z',
      citations: [{ n: 1, state: 'unknown', integrity: 'unknown' }],
    })
    const empty = createMemoryCorpus().index
    expect((await checkRecord(withCitation(record, { quote: 'x' }), empty, now)).citations).toEqual([
      { n: 1, state: 'unknown', integrity: 'quote-altered' },
    ])
  })

  it('names the article that holds the same file now, when its own is withdrawn', async () => {
    const { index, writer, record } = await setUp()
    const renamed = sample('raid-of-monday', ['An opening paragraph of the article.', quote])
    await writer.commit(change({ add: [renamed], remove: ['raid'] }), model)
    expect((await checkRecord(record, index, now)).citations).toEqual([
      { n: 1, state: 'withdrawn', integrity: 'intact', sameFileAs: 'raid-of-monday' },
    ])
  })

  it('says in one line that an id is malformed or that nothing is kept under it', async () => {
    const ledger = { recordOf: async () => undefined }
    for (const id of ['', 'abc', 'abcdefgh2', 'abcdefgh018', '../../etc/p', "'; DROP TA", 'abcdefghi\u0000']) {
      expect(() => readAnswerId(id, 'en'), id).toThrow(UserError)
      await expect(openProof(id, ledger, undefined)).rejects.toThrow(/^[^\n]*not the id of an answer[^\n]*$/)
    }
    await expect(openProof('zzzzzzzzzz', ledger, undefined)).rejects.toThrow(/^Nothing is kept under zzzzzzzzzz[^\n]*$/)
    await expect(openProof('zzzzzzzzzz', ledger, undefined, 'fr')).rejects.toThrow(/^Rien n’est gardé/)
  })
})

describe('a quote in the newer version of its article', () => {
  const findIn = (paragraphs: readonly string[], searched = quote) => {
    const { article: changed, passages } = sample('raid', paragraphs)
    return { found: findQuote(searched, 40, changed, passages), text: changed.text }
  }

  it('is found where it stands now, with its paragraph', () => {
    const { found, text } = findIn(['One.', 'Two.', quote])
    expect(found).toEqual({
      ...{ found: 'exact', start: text.indexOf(quote), end: text.indexOf(quote) + quote.length },
      ...{ quote, paragraph: 3, differences: [] },
    })
  })

  it('is not found within a longer figure or word', () => {
    expect(findIn(['The police seized 10 444 computers.'], '444 computers').found.found).not.toBe('exact')
    expect(findIn(['The police seized 444 computersets.'], '444 computers').found.found).not.toBe('exact')
  })

  it('has the same words in other typography', () => {
    const typeset = quote.replace('seized 444', 'seized\u00a0444')
    expect(findIn(['One.', typeset]).found).toMatchObject({ found: 'same-words', differences: [] })
  })

  it('shows word by word what differs, when it was altered', () => {
    expect(findIn(['One.', quote.replace('444', '1,444')]).found).toMatchObject({
      found: 'altered',
      paragraph: 2,
      differences: [{ was: '444', now: '1,444' }],
    })
    expect(findIn(['One.', quote.replace('seized', 'never seized')]).found).toMatchObject({
      found: 'altered',
      differences: [{ was: '', now: 'never' }],
    })
  })

  it('is gone when nothing close stands there', () => {
    expect(findIn(['The weather was fine all day.']).found).toEqual({ found: 'gone' })
    expect(findIn(['The weather was fine.'], '🕵️').found).toEqual({ found: 'gone' })
  })

  it('is given at the place nearest to where it stood', () => {
    const { article: twice, passages } = sample('raid', [quote, 'Between.', quote])
    expect(findQuote(quote, 10, twice, passages)).toMatchObject({ found: 'exact', paragraph: 1, start: 0 })
    expect(findQuote(quote, twice.text.length, twice, passages)).toMatchObject({ found: 'exact', paragraph: 3 })
  })

  it('is always found, to the character, wherever paragraphs are put around it', () => {
    const paragraph = fc.stringMatching(/^[A-Z][a-z]{2,8}( [a-z]{2,8}){2,9}\.$/)
    fc.assert(
      fc.property(fc.array(paragraph), fc.array(paragraph), paragraph, (before, after, searched) => {
        const { found, text } = findIn([...before, searched, ...after], searched)
        expect(found.found).toBe('exact')
        if (found.found === 'gone') return
        expect(text.slice(found.start, found.end)).toBe(searched)
        expect(found.quote).toBe(searched)
      }),
    )
  })
})
