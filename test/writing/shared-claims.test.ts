/** The inputs of `../shared/faults/said/model-claims`, where they lie beside the project: what becomes of each claim. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { findHome } from '../../src/home.ts'
import type { WordSpace } from '../../src/ports/word-space.ts'
import { detectLanguage } from '../../src/question/language.ts'
import { foldWords } from '../../src/text/fold.ts'
import type { Evidence } from '../../src/types.ts'
import { checkDraft } from '../../src/writing/check-draft.ts'
import { evidenceOf } from './evidence.ts'
import { openSpace } from './space.ts'

const folder = join(findHome(), '..', 'shared', 'faults', 'said', 'model-claims')
const marked = z.object({ id: z.string(), cited: z.string(), claim: z.string(), right: z.enum(['stand', 'not stand']) })

function readArticles(): readonly Evidence[] {
  return readdirSync(join(folder, 'articles')).flatMap((name) => {
    const [, head = '', body = ''] = readFileSync(join(folder, 'articles', name), 'utf8').split(/^---$/mu)
    return evidenceOf(name, body.trim(), /^language: fr/mu.test(head) ? 'fr' : 'en')
  })
}

describe.skipIf(!existsSync(folder))('the claims that lie beside the project', () => {
  let words: { readonly space: WordSpace; close(): Promise<void> }
  beforeAll(async () => {
    words = await openSpace()
  }, 60_000)
  afterAll(() => words.close())

  it('stand when they are right, and hardly ever when they are not', async () => {
    const evidence = readArticles()
    const lines = readFileSync(join(folder, 'claims.jsonl'), 'utf8').split('\n')
    const claims = lines.filter((line) => line.trim() !== '').map((line) => marked.parse(JSON.parse(line)))
    const counts = { false: 0, kept: 0, quoted: 0, true: 0 }
    const stood: string[] = []
    const unanswered: string[] = []
    for (const { id, cited, claim, right } of claims) {
      const shown = evidence.filter(({ passage }) => passage.text.includes(cited))
      const language = await detectLanguage(
        claim,
        foldWords(claim).map(({ word }) => word),
        words.space,
      )
      const draft = { text: claim, citations: [{ passage: 1, words: cited }] }
      const checked = await checkDraft(draft, { language: language === 'fr' ? 'fr' : 'en', shown, space: words.space })
      const isKept = 'claim' in checked
      if (!isKept && checked.quote === undefined) unanswered.push(id)
      if (right === 'not stand') {
        counts.false += 1
        if (isKept) stood.push(id)
        continue
      }
      counts.true += 1
      if (isKept) counts.kept += 1
      else if (checked.quote !== undefined) counts.quoted += 1
    }
    process.stdout.write(
      `beside the project: ${stood.length} of ${counts.false} false claims through (${stood.join(', ')}), of ${counts.true} true ones ${counts.kept} kept as written, ${counts.quoted} shown as their quote; ${unanswered.length} unanswered\n`,
    )
    expect(unanswered).toEqual([])
    expect(stood.length / counts.false).toBeLessThanOrEqual(0.05)
    expect(counts.kept + counts.quoted).toBe(counts.true)
  }, 60_000)
})
