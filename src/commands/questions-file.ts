import { z } from 'zod'
import { questionLimit } from '../ask.ts'
import { readJsonLines } from './lines-file.ts'

export const idSchema = z.union([z.string(), z.number()], { error: 'must be there, a text or a number' })
export const questionSchema = z
  .string({ error: 'must be there, a text' })
  .max(questionLimit, { error: `is too long: at most ${questionLimit} characters` })
  .refine((text) => text.trim() !== '', { error: 'is empty' })

// Other fields are ignored, so that a file of golden questions serves as it is.
const batchLine = z.object({ id: idSchema, question: questionSchema }, { error: 'must be a JSON object' })

export type BatchQuestion = z.output<typeof batchLine>

/** The questions of a batch, all checked. Throws UserError with the number of the first line that is wrong. */
export async function readQuestionsFile(file: string): Promise<readonly BatchQuestion[]> {
  return (await readJsonLines(file, batchLine)).map(({ value }) => value)
}
