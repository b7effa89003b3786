import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createContextualEncoder } from '../../../index/contextual/encoder.ts'
import { createModelClient } from '../../../index/contextual/model-client.ts'
import { contextualFolder, parseVocabulary, readManifest } from '../../../index/contextual/model-files.ts'
import { createContextualReader } from '../../../index/contextual/reader.ts'
import { createWordPieces } from '../../../index/contextual/word-pieces.ts'
import { FileError } from '../../../src/errors.ts'
import { findHome } from '../../../src/home.ts'
import { temporaryFolders } from '../temporary-folder.ts'

const modelsFolder = join(findHome(), 'models')
const manifest = await readManifest(modelsFolder)
const client = createModelClient(modelsFolder)
const encoder = createContextualEncoder(client, manifest)
const reader = createContextualReader(client, manifest)
const newFolder = temporaryFolders()
afterAll(() => client.close())

const plenty = 60_000
/** What Hugging Face's tokenizers 0.23 gave for these texts and this vocabulary. */
const known = z
  .array(z.object({ text: z.string(), pieces: z.array(z.number()) }))
  .parse(JSON.parse(readFileSync(new URL('./known-pieces.json', import.meta.url), 'utf8')))

describe('the models that ship', () => {
  it('cut texts into the pieces that Hugging Face’s tokenizer gives for the same vocabulary', () => {
    const cut = createWordPieces(parseVocabulary(readFileSync(join(modelsFolder, contextualFolder, 'pieces.tsv'))))
    for (const { text, pieces } of known) expect(cut(text), text).toEqual(pieces)
  })

  it('embed into unit vectors, an answer nearer to its question than another sentence', async () => {
    const [question] = await encoder.embed(['Combien de navires ont attendu devant le port ?'], 'query')
    const [right, wrong] = await encoder.embed(
      ['340 ships waited outside the harbour.', 'The mayor opened a school.'],
      'passage',
    )
    const dot = (one?: Float32Array, other?: Float32Array) =>
      one?.reduce((sum, value, at) => sum + value * (other?.[at] ?? 0), 0) ?? Number.NaN
    expect(dot(question, question)).toBeCloseTo(1, 4)
    expect(dot(question, right)).toBeGreaterThan(dot(question, wrong) + 0.1)
  })

  it('mark the sentence that answers', async () => {
    const sentences = [
      'The harbour of Tidewick reopened on Monday.',
      'The harbour master, Ellen Marsh, counted 340 ships.',
    ]
    const [reading] = await reader.read('Who is the harbour master?', [{ sentences }], plenty)
    expect(reading?.sentences[1]).toBeGreaterThan(0.5)
    expect(reading?.sentences[1]).toBeGreaterThan(reading?.sentences[0] ?? 1)
  })

  it('name a damaged file, and neither crash nor guess', async () => {
    const folder = newFolder()
    cpSync(join(modelsFolder, contextualFolder), join(folder, contextualFolder), { recursive: true })
    const file = join(folder, contextualFolder, 'reader.onnx')
    const bytes = readFileSync(file)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const damaged = createModelClient(folder)
    const broken = createContextualReader(damaged, manifest)
    const failure = await broken.read('Who?', [{ sentences: ['One.'] }], plenty).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(FileError)
    expect(String(failure)).toContain(`${file} is damaged`)
    await damaged.close()
  })

  it('start again after their process died', async () => {
    const own = createModelClient(modelsFolder)
    const again = createContextualReader(own, manifest)
    expect(await again.read('Who?', [{ sentences: ['One.'] }], plenty)).toHaveLength(1)
    const dying = again.read('When?', [{ sentences: ['One.'] }], plenty).catch((error: unknown) => String(error))
    own.kill()
    expect(await dying).toContain('the process of the models ended')
    expect(await again.read('Who?', [{ sentences: ['One.'] }], plenty)).toHaveLength(1)
    await own.close()
  })
})
