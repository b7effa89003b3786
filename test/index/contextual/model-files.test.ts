import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextualFolder, readManifest, readModelFile } from '../../../index/contextual/model-files.ts'
import { FileError } from '../../../src/errors.ts'
import { temporaryFolders } from '../temporary-folder.ts'

const newFolder = temporaryFolders()
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex')

/** As `models/reader/export.py` writes it. */
function manifestText(content: Readonly<Record<string, unknown>> = {}): string {
  const line = { scale: 0.83, bias: -0.412 }
  const made = {
    version: '2026-12-01',
    dimensions: 384,
    calibration: { sentence: line, stretch: line },
    files: { 'pieces.tsv': { bytes: 5, sha256: sha256('whole') } },
    ...content,
    sum: '',
  }
  const text = `${JSON.stringify(made, undefined, 2)}\n`
  return text.replace('"sum": ""', `"sum": "${sha256(text)}"`)
}

function folderWith(manifest: string): string {
  const folder = newFolder()
  mkdirSync(join(folder, contextualFolder), { recursive: true })
  writeFileSync(join(folder, contextualFolder, 'manifest.json'), manifest)
  return folder
}

describe('the manifest of the models that read', () => {
  it('is believed when it is as it was written', async () => {
    const folder = folderWith(manifestText())
    const manifest = await readManifest(folder)
    expect(manifest.calibration.sentence).toEqual({ scale: 0.83, bias: -0.412 })
    writeFileSync(join(folder, contextualFolder, 'pieces.tsv'), 'whole')
    expect(String(await readModelFile(folder, manifest, 'pieces.tsv'))).toBe('whole')
  })

  it('is distrusted whichever of its characters has changed, and named', async () => {
    const whole = manifestText()
    const folder = folderWith(whole)
    const path = join(folder, contextualFolder, 'manifest.json')
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.constantFrom(1, 2, 4, 8), async (place, bit) => {
        const changed = Buffer.from(whole)
        changed[place] = (changed[place] ?? 0) ^ bit
        writeFileSync(path, changed)
        const failure = await readManifest(folder).catch((error: unknown) => error)
        expect(failure).toBeInstanceOf(FileError)
        expect(String(failure)).toContain(`${path} is missing or damaged: restore it`)
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    { calibration: { sentence: { scale: 0, bias: 0 }, stretch: { scale: 1, bias: 0 } } },
    { calibration: { sentence: { scale: 1, bias: 900 }, stretch: { scale: 1, bias: 0 } } },
    { dimensions: 0 },
    { version: '' },
    { files: { 'pieces.tsv': { bytes: 5, sha256: 'abc' } } },
  ])('is refused with %j', async (content) => {
    await expect(readManifest(folderWith(manifestText(content)))).rejects.toThrow('is missing or damaged')
  })

  it('names what it does not list', async () => {
    const folder = folderWith(manifestText())
    const reading = readModelFile(folder, await readManifest(folder), 'reader.onnx')
    await expect(reading).rejects.toThrow('reader.onnx is not in the manifest')
  })
})
