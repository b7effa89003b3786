import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbedder } from '../../../index/embedding/embedder.ts'
import type { LoadProgress } from '../../../index/embedding/transformers.ts'
import { UserError } from '../../../src/errors.ts'
import { findHome } from '../../../src/home.ts'
import { type ModelServer, startModelServer } from './model-server.ts'

const modelsFolder = join(findHome(), 'models')
const model = 'someone/small-e5-model'
const files = ['config.json', 'onnx/model_quantized.onnx', 'tokenizer.json', 'tokenizer_config.json']

// In a file of its own: the settings of transformers.js are global to a process.
describe('a model that is downloaded', () => {
  let server: ModelServer
  let downloadFolder: string

  beforeEach(async () => {
    server = await startModelServer(join(modelsFolder, 'bilingual'), model)
    downloadFolder = mkdtempSync(join(tmpdir(), 'sourcier-download-'))
  })
  afterEach(async () => {
    await server.close()
    rmSync(downloadFolder, { recursive: true, force: true })
  })

  const open = (onProgress?: (progress: LoadProgress) => void) =>
    openEmbedder({
      model,
      modelsFolder,
      downloadFolder,
      remoteHost: server.url,
      ...(onProgress && { onProgress }),
    })
  const kept = () =>
    readdirSync(downloadFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(downloadFolder, model).length + 1))
      .sort()
  const embedOne = async () => {
    const embedder = await open()
    const [vector] = await embedder.embed(['The ferry was late.'], 'passage')
    await embedder.close()
    return vector
  }

  it('is fetched with its progress told, kept, and not fetched again', async () => {
    const told: LoadProgress[] = []
    const embedder = await open((progress) => told.push(progress))
    expect(embedder).toMatchObject({ modelId: model, dimensions: 256 })
    expect(embedder.embedTokens).toBeUndefined()
    const [vector] = await embedder.embed(['The ferry was late.'], 'passage')
    await embedder.close()
    expect(server.requests.filter((path) => path.endsWith('.onnx'))).toEqual([
      `/${model}/resolve/main/onnx/model_quantized.onnx`,
    ])
    const weights = told.filter(({ file }) => file.endsWith('.onnx'))
    expect(weights.length).toBeGreaterThan(1)
    expect(weights.at(-1)?.loadedBytes).toBe(weights.at(-1)?.totalBytes)
    expect(weights.every(({ loadedBytes, totalBytes }) => loadedBytes <= totalBytes)).toBe(true)
    expect(kept()).toEqual(files)

    const { length: requests } = server.requests
    told.length = 0
    const again = await open((progress) => told.push(progress))
    expect(await again.embed(['The ferry was late.'], 'passage')).toEqual([vector])
    await again.close()
    expect(server.requests.length).toBe(requests)
    expect(told).toEqual([])
    await server.close()
    expect(await embedOne()).toEqual(vector)
  })

  it('treats a question and a passage by the prefixes of its family', async () => {
    const embedder = await open()
    const [asked] = await embedder.embed(['ferry'], 'query')
    const [told] = await embedder.embed(['ferry'], 'passage')
    await embedder.close()
    expect(asked).not.toEqual(told)
  })

  const refusal = async () => {
    const error: unknown = await open().catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(UserError)
    const { message } = error as UserError
    expect(message).toContain(model)
    expect(message).toMatch(/network.*SOURCIER_EMBEDDING_MODEL/)
    expect(message).not.toContain('\n')
  }

  it('is refused with what to do when nobody answers', async () => {
    await server.close()
    await refusal()
    expect(kept()).toEqual([])
  })

  it.each([
    ['is not there', 'model_quantized.onnx', 'missing'],
    ['has no tokenizer', 'tokenizer.json', 'missing'],
    ['is cut off in the middle', 'model_quantized.onnx', 'cut'],
    ['is cut off in the middle and was sent without its length', 'model_quantized.onnx', 'cut-unannounced'],
    ['is cut off in its tokenizer', 'tokenizer.json', 'cut'],
    ['is a sign-in page instead of the weights', 'model_quantized.onnx', 'garbage'],
    ['is a sign-in page instead of the tokenizer', 'tokenizer.json', 'garbage'],
  ] as const)('is refused when it %s, and the next try finds nothing in its way', async (_, ending, behaviour) => {
    server.behave(ending, behaviour)
    await refusal()
    expect(kept()).toEqual([])
    server.behave(ending, 'serve')
    expect(await embedOne()).toHaveLength(256)
    expect(kept()).toEqual(files)
  })

  it('is refused, and stays, when a file that was there before is damaged', async () => {
    mkdirSync(join(downloadFolder, model), { recursive: true })
    writeFileSync(join(downloadFolder, model, 'tokenizer.json'), '{"half')
    const error: unknown = await open().catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toContain(downloadFolder)
  })
})
