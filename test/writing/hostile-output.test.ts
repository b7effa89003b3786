import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WordSpace } from '../../src/ports/word-space.ts'
import { checkDraft } from '../../src/writing/check-draft.ts'
import { readClaim } from '../../src/writing/draft-form.ts'
import { locateWords } from '../../src/writing/locate-words.ts'
import { checkPlainText, longestClaim } from '../../src/writing/plain-text-lock.ts'
import { proveSelection } from '../../src/writing/proof/selection-proof.ts'
import { readJson } from '../../src/writing/read-json.ts'
import { evidenceOf } from './evidence.ts'
import { hostileKinds, hostileString } from './hostile-strings.ts'
import { openSpace } from './space.ts'

const longest = 1_000_000
const cited = 'The port operator Marlin Quay said on Wednesday that 4,000 litres leaked into the harbour of Eastwick.'
const evidence = evidenceOf('hostile', cited)
const passage = evidence[0]?.passage

/** How long the longest text is that any pattern is run on meanwhile, in UTF-16 units: what is cut off first costs nothing. */
async function longestMatched(work: () => unknown): Promise<number> {
  const exec = RegExp.prototype.exec
  let most = 0
  // Every way of running a pattern goes through this one once it is not the built-in.
  RegExp.prototype.exec = function (text: string) {
    most = Math.max(most, String(text).length)
    return exec.call(this, text)
  }
  try {
    await work()
  } finally {
    RegExp.prototype.exec = exec
  }
  return most
}

describe('what a model writes to keep patterns busy', () => {
  let words: { readonly space: WordSpace; close(): Promise<void> }
  beforeAll(async () => {
    words = await openSpace()
  }, 60_000)
  afterAll(() => words.close())

  it('is seen by the counter that the other tests rely on', async () => {
    for (const run of [
      (text: string) => /b/u.test(text),
      (text: string) => text.replace(/b/gu, ''),
      (text: string) => [...text.matchAll(/b/gu)],
      (text: string) => text.split(/b/u),
      (text: string) => text.match(/b/gu),
      (text: string) => text.search(/b/u),
    ])
      expect(await longestMatched(() => run('a'.repeat(50)))).toBe(50)
  })

  it.each(hostileKinds)('is cut or refused before a pattern runs on it: %s', async (kind) => {
    if (passage === undefined) throw new Error('no passage')
    const text = hostileString(kind, longest)
    const context = { language: 'en' as const, shown: evidence, space: words.space }
    const citation = { passage: 1, words: cited }
    const wording = { text, language: 'en' as const }
    const entries: Readonly<Record<string, () => unknown>> = {
      'a claim': () => checkDraft({ text, citations: [citation] }, context),
      'words relied on': () => checkDraft({ text: cited, citations: [{ passage: 1, words: text }] }, context),
      'very many citations': () =>
        checkDraft({ text, citations: Array.from({ length: 2_000 }, () => citation) }, context),
      'the form of a claim': () => readClaim({ text, citations: [citation] }),
      'the words located': () => locateWords(text, passage),
      'the lock on plain text': () => checkPlainText(text, cited),
      'the proof': () => proveSelection(wording, [{ text: cited, language: 'en' }]),
    }
    // Words relied on may be 2,000 long; they are the longest that is read.
    const limits: Readonly<Record<string, number>> = { 'the form of a claim': 0 }
    for (const [entry, work] of Object.entries(entries)) {
      const most = await longestMatched(work)
      expect([entry, most <= (limits[entry] ?? 2_000)]).toEqual([entry, true])
    }
    expect(checkPlainText(text, cited)).toHaveLength(1)
    expect(await checkDraft({ text, citations: [citation] }, context)).toHaveProperty('dropped')
    expect(await checkDraft({ text, citations: [citation] }, context)).toHaveProperty('quote')
  })

  it.each(hostileKinds)(
    'is read for its JSON without a pattern, and looked at no further than its beginning: %s',
    async (kind) => {
      const text = hostileString(kind, longest)
      expect(await longestMatched(() => readJson(text))).toBe(0)
      const behind = `${hostileString(kind, 200_000)}{"claims":[]}`
      expect(readJson(behind)).toBeUndefined()
    },
  )

  it('is read in as many steps for a long text as for one at the limit', () => {
    const steps = (text: string) => {
      const parse = JSON.parse
      let characters = 0
      JSON.parse = (source: string) => {
        characters += source.length
        return parse(source) as unknown
      }
      try {
        readJson(text)
      } finally {
        JSON.parse = parse
      }
      return characters
    }
    for (const kind of hostileKinds) {
      const [atLimit, long] = [200_000, longest].map((length) => steps(hostileString(kind, length)))
      expect(long).toBe(atLimit)
      // The whole, and at most twenty tries from an opening bracket.
      expect(atLimit).toBeLessThanOrEqual(21 * 200_000)
    }
  })

  it('is never longer in a report than a claim may be', async () => {
    for (const kind of hostileKinds) {
      const text = hostileString(kind, longest)
      const context = { language: 'en' as const, shown: evidence, space: words.space }
      const checked = await checkDraft({ text, citations: [{ passage: 1, words: text }] }, context)
      expect(JSON.stringify(checked).length).toBeLessThan(4 * longestClaim)
      const failures = proveSelection({ text, language: 'fr' }, [{ text: cited, language: 'en' }])
      expect(JSON.stringify(failures).length).toBeLessThan(8 * longestClaim)
    }
  })
})
