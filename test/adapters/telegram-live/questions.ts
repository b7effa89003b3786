/** Questions about the seeds that people asked in the tests of the core. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { home } from '../../answer/seed-corpus.ts'

const goldenSchema = z.object({
  question: z.string(),
  lang: z.enum(['en', 'fr']),
  doc: z.number().nullable(),
  answer: z.array(z.string()),
  kind: z.string(),
})
export type GoldenQuestion = z.output<typeof goldenSchema>

export function goldenQuestions(): readonly GoldenQuestion[] {
  const lines = readFileSync(join(home, 'test', 'golden', 'seeds.jsonl'), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => goldenSchema.parse(JSON.parse(line)))
}

/** Whole questions, none of which could be taken for a follow-up of another. */
export function wholeQuestions(count: number): readonly string[] {
  const whole = goldenQuestions().filter(({ kind, question }) => kind === 'fact' && question.split(' ').length >= 7)
  const step = Math.max(1, Math.floor(whole.length / count))
  return whole
    .filter((_, position) => position % step === 0)
    .slice(0, count)
    .map(({ question }) => question)
}

/** The id of an answer is another each time; everything else is the same for the same question. */
export function withoutIds(text: string): string {
  return text.replace(/\b[a-z2-7]{10}\b(?=\W*$)/gm, '[id]')
}
