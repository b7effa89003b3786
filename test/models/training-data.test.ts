import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holdOut } from '../../models/train/held-out.ts'
import { pairKinds } from '../../models/train/pair-kinds.ts'
import { seededRandom } from '../../models/train/random.ts'
import { readTrainingData, toTextPairs } from '../../models/train/read-pairs.ts'
import { countWords } from '../../models/train/word-counts.ts'
import { createTokenizer } from '../../models/train/word-piece.ts'
import { UserError } from '../../src/errors.ts'
import { everydayPairs, smallData } from './small-data.ts'

describe('the pair files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sourcier-pairs-'))
  const vocabulary = mkdtempSync(join(tmpdir(), 'sourcier-vocabulary-'))
  const write = (name: string, rows: readonly (readonly string[])[]): void =>
    writeFileSync(join(folder, name), gzipSync(rows.map((row) => row.join('\t')).join('\n')))

  beforeAll(() => {
    write('tatoeba.en-fr.tsv.gz', [
      ['The ferry sank.', 'Le ferry a coulé.'],
      ['It rains.', 'Il pleut.'],
    ])
    write('lexicon.en-fr.tsv.gz', [['harbour | port', 'port', 'a place where ships stay']])
    write('laws.en-fr.tsv.gz', [['', '', 'No one may fish.', 'La pêche est interdite.']])
    writeFileSync(join(vocabulary, 'sea.tsv'), '# the sea\nsink, sank\tcouler, coulé\n\nbroken line\n')
  })

  afterAll(() => {
    for (const one of [folder, vocabulary]) rmSync(one, { recursive: true, force: true })
  })

  test('are read by their columns, and those that are missing count as empty', () => {
    const data = readTrainingData(folder, vocabulary)
    expect(data.tatoeba[0]).toEqual({ english: 'The ferry sank.', french: 'Le ferry a coulé.' })
    expect(data.lexicon[0]).toEqual({
      english: ['harbour', 'port'],
      french: ['port'],
      gloss: 'a place where ships stay',
    })
    expect(data.laws[0]?.headings).toEqual({ english: '', french: '' })
    expect(data.news).toEqual([{ english: ['sink', 'sank'], french: ['couler', 'coulé'], gloss: '' }])
    expect(data.pud).toEqual([])
  })

  test('are cut to a limit', () => {
    expect(readTrainingData(folder, vocabulary, 1).tatoeba).toHaveLength(1)
  })

  test('are asked for in one line when the folder has none', () => {
    expect(() => readTrainingData(vocabulary, vocabulary)).toThrow(UserError)
    expect(() => readTrainingData(vocabulary, vocabulary)).toThrow(/--pairs FOLDER/)
  })
})

describe('what is held out', () => {
  test('is in no training sentence, even where it stands twice', () => {
    const twice = [...everydayPairs, ...everydayPairs.slice(0, 5)]
    const { training, heldOut } = holdOut(smallData(twice))
    expect(heldOut.tatoeba.length).toBeGreaterThan(100)
    const trained = new Set(training.tatoeba.map((pair) => pair.english))
    expect(heldOut.tatoeba.filter((pair) => trained.has(pair.english))).toEqual([])
  })
})

describe('kinds of pairs', () => {
  test('give both texts of a record, and only kinds with data are there', () => {
    const tokenizer = createTokenizer(['[PAD]', '[UNK]', 'it', 'rains', 'il', 'pleut', '.'])
    const kinds = pairKinds(smallData(toTextPairs('It rains.\tIl pleut.\n')), [], tokenizer)
    const sentences = kinds.find((kind) => kind.name === 'tatoeba')
    expect(kinds.map((kind) => kind.name)).not.toContain('law')
    expect(sentences?.pair(0, seededRandom(1)).map((text) => [...text])).toEqual([
      [2, 3, 6],
      [4, 5, 6],
    ])
  })
})

describe('word counts', () => {
  test('are shares that sum to one for each language', () => {
    for (const side of ['english', 'french'] as const) {
      const { frequency, textShare } = countWords(smallData(), side)
      expect([...frequency.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6)
      expect(Math.max(...textShare.values())).toBeLessThanOrEqual(1.000001)
    }
  })
})
