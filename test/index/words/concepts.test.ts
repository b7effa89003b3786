import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Concepts, readConcepts } from '../../../index/words/concepts.ts'

describe('the vocabulary of concepts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sourcier-concepts-'))
  let concepts: Concepts
  beforeAll(async () => {
    const lines = [
      'lawyer, attorney, counsel\tavocat, avocate',
      'avocado\tavocat',
      'work of art\tœuvre',
      'broken line',
      '',
    ]
    writeFileSync(join(folder, 'one.tsv'), lines.join('\n'))
    writeFileSync(join(folder, 'two.tsv'), 'arrest, arrested\tarrêter, arrestation')
    writeFileSync(join(folder, 'notes.md'), 'cat\tchat')
    concepts = await readConcepts([folder])
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('knows translations, both ways', () => {
    expect(concepts.share('lawyer', 'en', 'avocat', 'fr')).toBe(true)
    expect(concepts.share('avocat', 'fr', 'lawyer', 'en')).toBe(true)
    expect(concepts.share('avocado', 'en', 'avocat', 'fr')).toBe(true)
    expect(concepts.share('arrested', 'en', 'arrestation', 'fr')).toBe(true)
  })

  it('knows synonyms of one language, and keeps the meanings of one word apart', () => {
    expect(concepts.share('lawyer', 'en', 'attorney', 'en')).toBe(true)
    expect(concepts.share('lawyer', 'en', 'avocado', 'en')).toBe(false)
  })

  it('finds a form that is not listed by its stem', () => {
    expect(concepts.share('attorneys', 'en', 'avocats', 'fr')).toBe(true)
  })

  it('reads a word in its own language alone, folds accents, and passes over phrases and other files', () => {
    expect(concepts.share('avocat', 'en', 'avocat', 'fr')).toBe(false)
    expect(concepts.share('arrest', 'en', 'arreter', 'fr')).toBe(true)
    expect(concepts.share('art', 'en', 'oeuvre', 'fr')).toBe(false)
    expect(concepts.share('cat', 'en', 'chat', 'fr')).toBe(false)
    expect(concepts.share('nothing', 'en', 'nothing', 'en')).toBe(false)
  })
})
