import { describe, expect, it } from 'vitest'
import { runGaps } from '../../src/commands/gaps.ts'
import type { Parts } from '../../src/commands/parts.ts'
import type { Unanswered } from '../../src/ports/ledger.ts'

const row: Unanswered = {
  ...{ question: 'Who designed\nthe station?', status: 'wrong', askedAt: '2026-03-05T10:00:00Z' },
  doubts: [
    { kind: 'does-not-say', citation: 2, note: 'of | another\nyear\u001b[2J', at: '2026-03-06T10:00:00Z' },
    { kind: 'wrong', note: '=1+1', at: '2026-03-05T11:00:00Z' },
  ],
}

/** What is printed, over a ledger with one answer that two people called wrong. */
async function print(flags: Omit<Parameters<typeof runGaps>[1], 'limit'>): Promise<string> {
  const lines: string[] = []
  const parts = {
    bundledEmbedder: async () => ({ embed: async () => [Float32Array.of(1)] }),
    ledger: async () => ({ unanswered: async () => [row] }),
    output: { print: async (text: string) => void lines.push(text) },
  }
  await runGaps(parts as unknown as Parts, { ...flags, limit: 5 })
  return lines.join('\n')
}

describe('what people wrote about a wrong answer', () => {
  it('is printed under its question, a line a note', async () => {
    expect(await print({})).toMatch(
      /^Who designed the station\?\n.*\n {4}note: “\[2\] of \| another year.*”\n.*“=1\+1”$/,
    )
    expect(await print({})).not.toContain('\u001b')
  })

  it('is a column of the tables and a list in JSON', async () => {
    expect(await print({ format: 'md' })).toMatch(/\| “\\?\[2\\?\] of \\\| another year.*=1\\?\+1” \|$/)
    expect(await print({ format: 'csv' })).toMatch(/^question,.*,notes\r?\n/)
    expect(await print({ format: 'csv' })).toContain('[2] of | another')
    expect(JSON.parse(await print({ json: true }))[0].notes).toEqual(['[2] of | another\nyear\u001b[2J', '=1+1'])
  })
})
