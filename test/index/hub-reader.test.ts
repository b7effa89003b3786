import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openHubReader } from '../../index/readers/hub-reader.ts'
import { UserError } from '../../src/errors.ts'
import { type SmallCrossEncoder, writeSmallCrossEncoder } from '../readers/small-cross-encoder.ts'
import { startModelServer } from './embedding/model-server.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
const plenty = 60_000
const words = ['harbour', 'master', 'ships', 'waited', 'resigned', 'weiss', 'mayor']

/** Downloads a small model from a hub on this machine. */
async function withHub<T>(
  made: Partial<SmallCrossEncoder>,
  work: (hub: { readonly url: string; readonly served: string; readonly requests: readonly string[] }) => Promise<T>,
): Promise<T> {
  const served = newFolder()
  writeSmallCrossEncoder(served, { words, ...made })
  const server = await startModelServer(served, 'test/reader')
  try {
    return await work({ url: server.url, served, requests: server.requests })
  } finally {
    await server.close()
  }
}

async function refusal(opening: Promise<unknown>): Promise<string> {
  const failure = await opening.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(failure).toBeInstanceOf(UserError)
  return String(failure)
}

describe('a cross-encoder of a hub', () => {
  it.each([1, 2])('is downloaded once and reads what it is asked, with %i numbers a pair', (classes) =>
    withHub({ classes }, async ({ url, requests }) => {
      const options = { model: 'test/reader', downloadFolder: newFolder(), remoteHost: url }
      const told: string[] = []
      const first = await openHubReader({ ...options, onProgress: ({ file }) => told.push(file) })
      const stretches = [{ sentences: ['The mayor slept.', 'Forty ships waited in the harbour.', 'It rained.'] }]
      const [reading] = await first.read('How many ships waited?', stretches, plenty)
      expect(reading?.sentences.map((value) => value > 0.5)).toEqual([false, true, false])
      expect(reading?.holds).toBe(reading?.sentences[1])
      await first.close()
      expect(told).toContain('onnx/model_quantized.onnx')
      const asked = requests.length
      const again = await openHubReader(options)
      expect(await again.read('How many ships waited?', stretches, plenty)).toEqual([reading])
      expect(requests.length).toBe(asked)
      await again.close()
    }),
  )

  it('understands a sentence through its headline and the sentence before, and gives neither’s merit to another', () =>
    withHub({}, async ({ url }) => {
      const reader = await openHubReader({ model: 'test/reader', downloadFolder: newFolder(), remoteHost: url })
      const question = 'Has mayor Weiss resigned?'
      const [told, led, lone] = await reader.read(
        question,
        [
          { sentences: ['Weiss was mayor.', 'He resigned.', 'It rained.'] },
          { lead: 'Mayor Weiss', sentences: ['He resigned.'] },
          { sentences: ['He resigned.'] },
        ],
        plenty,
      )
      expect(told?.sentences[1]).toBeGreaterThan(lone?.sentences[0] ?? 1)
      expect(led?.sentences[0]).toBeGreaterThan(lone?.sentences[0] ?? 1)
      const [beside] = await reader.read(question, [{ sentences: ['Mayor Weiss resigned.', 'It rained.'] }], plenty)
      expect(beside?.sentences[0]).toBeGreaterThan(0.9)
      expect(beside?.sentences[1]).toBeLessThan(0.1)
      await reader.close()
    }))

  it('says what to do when it cannot be had, and keeps nothing of it', async () => {
    const server = await startModelServer(newFolder(), 'test/reader')
    const downloadFolder = newFolder()
    const opening = openHubReader({ model: 'test/reader', downloadFolder, remoteHost: server.url })
    expect(await refusal(opening)).toMatch(/could not be downloaded.*leave SOURCIER_READER_MODEL out/)
    expect(server.requests.length).toBeGreaterThan(0)
    expect(existsSync(join(downloadFolder, 'test'))).toBe(false)
    await server.close()
  })

  it('is refused at once when it is of another kind', () =>
    withHub({ classes: 3 }, async ({ url }) => {
      const opening = openHubReader({ model: 'test/reader', downloadFolder: newFolder(), remoteHost: url })
      expect(await refusal(opening)).toMatch(/leave SOURCIER_READER_MODEL out/)
    }))

  it('says which folder to delete when what was downloaded is damaged', () =>
    withHub({}, async ({ url }) => {
      const options = { model: 'test/reader', downloadFolder: newFolder(), remoteHost: url }
      await (await openHubReader(options)).close()
      const folder = join(options.downloadFolder, 'test', 'reader')
      writeFileSync(join(folder, 'onnx', 'model_quantized.onnx'), 'no model')
      expect(await refusal(openHubReader(options))).toContain(`could not be read from ${folder}: delete that folder`)
    }))
})
