/** Questions with known answers, and the articles that their `doc` numbers mean. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { UserError } from '../../errors.ts'
import { readJsonLines } from '../lines-file.ts'
import { idSchema, questionSchema } from '../questions-file.ts'

const goldenLine = z.object(
  {
    id: idSchema,
    lang: z.enum(['en', 'fr'], { error: 'must be "en" or "fr"' }),
    /** Number of the article that answers, from 0. */
    doc: z.number({ error: 'must be a number or null' }).int().nonnegative().nullable(),
    question: questionSchema,
    /** Any of these must stand in what is quoted; in kind `multi` all parts between `|`, `text@N` from article N. */
    answer: z.array(z.string(), { error: 'must be a list of texts' }).optional(),
    kind: z.string().optional(),
  },
  { error: 'must be a JSON object' },
)

type GoldenLine = z.output<typeof goldenLine>

/** What a quote must hold, and from which article (absolute path); any article when there is none. */
export type Expected = { readonly texts: readonly string[]; readonly file?: string }

export type GoldenQuestion = {
  readonly id: string | number
  readonly question: string
  readonly language: 'en' | 'fr'
  /** As the file has it: `fact`, `why`, `unanswerable` … */
  readonly kind: string
  /** All must be cited; none: the corpus does not answer it. */
  readonly expected: readonly Expected[]
}

/**
 * Reads a golden file. `doc` N is the Nth article of the articles.json beside the file, else of the seeds folder by path.
 * @throws UserError with the number of the first line that is wrong.
 */
export async function readGolden(file: string, seedsFolder: string): Promise<readonly GoldenQuestion[]> {
  const lines = await readJsonLines(file, goldenLine)
  const files = listArticleFiles(dirname(resolve(file)), seedsFolder)
  return lines.map(({ line, value }) => ({
    id: value.id,
    question: value.question,
    language: value.lang,
    kind: value.kind ?? (value.answer === undefined || value.answer.length === 0 ? 'unanswerable' : 'fact'),
    expected: readExpected(value, files, `${file}, line ${line}`),
  }))
}

function readExpected(golden: GoldenLine, files: readonly string[], where: string): readonly Expected[] {
  const { answer = [], doc, kind } = golden
  if (kind === 'unanswerable' || answer.length === 0) return []
  const fileOf = (number: number): string => {
    const found = files[number]
    if (found === undefined) throw new UserError(`${where}: there is no article ${number}: there are ${files.length}`)
    return found
  }
  if (kind !== 'multi') return [{ texts: answer, ...(doc !== null && { file: fileOf(doc) }) }]
  return (answer[0] ?? '').split('|').map((part) => {
    const [, text = part, number] = /^(.*)@(\d+)$/.exec(part) ?? []
    return { texts: [text], ...(number !== undefined && { file: fileOf(Number(number)) }) }
  })
}

const collectionSchema = z.array(z.object({ file: z.string() }))

function listArticleFiles(folder: string, seedsFolder: string): readonly string[] {
  const collection = join(folder, 'articles.json')
  if (existsSync(collection)) {
    const parsed = collectionSchema.safeParse(parseJson(readFileSync(collection, 'utf8')))
    if (!parsed.success) throw new UserError(`${collection} is damaged: it must be a list of {"file": "…"}`)
    return parsed.data.map(({ file }) => join(folder, file))
  }
  if (!existsSync(seedsFolder)) return []
  return readdirSync(seedsFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md|markdown|html|htm)$/i.test(name))
    .sort()
    .map((name) => join(seedsFolder, name))
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
