import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedsFolder } from '../answer/seed-corpus.ts'
import { createSandbox, type Sandbox } from './program.ts'

let sandbox: Sandbox
beforeAll(() => {
  sandbox = createSandbox()
  cpSync(seedsFolder, join(sandbox.folder, 'seeds'), { recursive: true })
})
afterAll(() => sandbox.remove())

describe('the command figures', () => {
  it('gives each figure with its speaker and period, as JSON with slices', async () => {
    const { status, stdout } = await sandbox.run(['figures', 'How many foreigners has Cambodia expelled?', '--json'])
    expect(status).toBe(0)
    const { figures } = JSON.parse(stdout)
    const values = figures.map(({ canonical }: { canonical: string }) => canonical)
    expect(values).toEqual(expect.arrayContaining(['15000', '21000', '13000', '740']))
    for (const { sources } of figures) {
      for (const { quote, start, end, article } of sources) {
        expect(end - start).toBe(quote.length)
        expect(article.path).toMatch(/^seeds\//)
      }
    }
  })

  it('prints a table within the width, without colours', async () => {
    const variables = { COLUMNS: '80', NO_COLOR: '1' }
    const { stdout } = await sandbox.run(['figures', 'expulsions'], { variables })
    expect(stdout).toContain('13 000')
    expect(stdout).not.toContain('\u001b')
    expect(stdout.split('\n').every((line) => line.length <= 80)).toBe(true)
  })

  it('writes CSV and Markdown', async () => {
    const csv = await sandbox.run(['figures', '--format', 'csv', 'smartphones saisis'])
    expect(csv.stdout).toMatch(/^value,canonical,/)
    expect(csv.stdout).toContain('36 476,36476')
    const markdown = await sandbox.run(['figures', '--format', 'md', 'smartphones saisis'])
    expect(markdown.stdout).toMatch(/^\| Chiffre \|/)
  })

  it('says in one line that a topic has no figure, and that is no fault', async () => {
    const { status, stdout } = await sandbox.run(['figures', 'sardine fishing quotas', '--lang', 'en'])
    expect(status).toBe(0)
    expect(stdout).toBe('The articles give no figure for “sardine fishing quotas”.\n')
  })

  it('refuses an empty topic and an unknown format in one line', async () => {
    for (const words of [['figures'], ['figures', '  '], ['figures', 'x', '--format', 'xls']]) {
      const { status, stdout, stderr } = await sandbox.run(words)
      expect(status).toBe(2)
      expect(stdout).toBe('')
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })

  it('refuses a revision that is not there', async () => {
    const { status, stderr } = await sandbox.run(['figures', 'expulsions', '--as-of', '99'])
    expect(status).toBe(2)
    expect(stderr).toContain('there is no revision 99')
  })
})
