import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findHome } from '../../src/home.ts'
import { temporaryFolders } from '../index/temporary-folder.ts'
import { createSandbox } from './program.ts'

const files = ['manifest.json', 'encoder.onnx', 'reader.onnx', 'pieces.q4', 'pieces.tsv']
const damages: Readonly<Record<string, (whole: Buffer) => Buffer | undefined>> = {
  truncated: (whole) => whole.subarray(0, Math.floor(whole.length * 0.7)),
  'changed in one bit': (whole) => {
    const changed = Buffer.from(whole)
    // The first bracket of the manifest; the middle of what is no text.
    const place = whole[0] === 0x7b ? 0 : whole.length >> 1
    changed[place] = (whole[place] ?? 0) ^ 1
    return changed
  },
  missing: () => undefined,
  empty: () => Buffer.alloc(0),
}
const cases = files.flatMap((file) => Object.keys(damages).map((damage) => [file, damage] as const))
const question = 'How many waiting ships were counted outside the breakwater?'

const newFolder = temporaryFolders()
const home = findHome()
/** The program in a checkout of its own, whose models can be damaged. */
const other = newFolder()
const modelsFolder = join(other, 'models', 'contextual')
const asShipped = join(home, 'models', 'contextual')

function damage(file: string, how: string): void {
  const damaged = damages[how]?.(readFileSync(join(asShipped, file)))
  rmSync(join(modelsFolder, file))
  if (damaged !== undefined) writeFileSync(join(modelsFolder, file), damaged)
}

function restore(file: string): void {
  rmSync(join(modelsFolder, file), { force: true })
  symlinkSync(join(asShipped, file), join(modelsFolder, file))
}

mkdirSync(modelsFolder, { recursive: true })
cpSync(join(home, 'dist'), join(other, 'dist'), { recursive: true })
cpSync(join(home, 'package.json'), join(other, 'package.json'))
for (const path of ['node_modules', 'models/bilingual', 'models/train'])
  symlinkSync(join(home, path), join(other, path))
for (const file of files) restore(file)

describe('the program with damaged models', () => {
  const sandbox = createSandbox(other)
  afterAll(() => sandbox.remove())
  beforeAll(async () => {
    sandbox.write(
      'seeds/harbour.txt',
      'The harbour of Tidewick reopened on Monday.\n\nThe harbour master counted 340 waiting ships outside the breakwater.\n',
    )
    expect(await sandbox.run(['index'])).toMatchObject({ status: 0 })
    const { status, stdout } = await sandbox.run(['ask', question])
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('340 waiting ships') })
  }, 60_000)

  it.each(cases)('says in one line what to do when %s is %s', async (file, how) => {
    damage(file, how)
    const { status, stdout, stderr } = await sandbox.run(['ask', question]).finally(() => restore(file))
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain('git checkout models/contextual')
    // Without a manifest there are no such models: single words find what they find.
    if (file === 'manifest.json' && how === 'missing') {
      expect(status).toBe(0)
      expect(stderr).toContain('by single words only')
      expect(stdout).toContain('340 waiting ships')
      return
    }
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^sourcier: /)
    expect(stderr).toContain(`${join(modelsFolder, file)} is `)
  })

  it('keeps an article that comes while the encoder is damaged, and reads it closely afterwards', async () => {
    damage('encoder.onnx', 'changed in one bit')
    sandbox.write('seeds/bridge.txt', 'The bridge of Graville carries 9,200 cars a day.\n')
    const during = await sandbox.run(['index']).finally(() => restore('encoder.onnx'))
    expect(during.status).toBe(2)
    expect(during.stderr).toMatch(/^sourcier: .*encoder\.onnx is damaged \(its SHA-256 begins/m)
    const { status, stdout } = await sandbox.run(['ask', 'How many cars does the bridge of Graville carry a day?'])
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('9,200 cars') })
  })

  it('tells in doctor which file is damaged', async () => {
    damage('reader.onnx', 'truncated')
    const { status, stdout } = await sandbox.run(['doctor']).finally(() => restore('reader.onnx'))
    expect(status).toBe(1)
    expect(stdout).toContain(`${join(modelsFolder, 'reader.onnx')} is damaged`)
  })
})
