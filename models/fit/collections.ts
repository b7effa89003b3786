/** Collections of articles with questions, each indexed by itself: what the weights are fitted on and measured with. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { createMemoryCorpus } from '../../index/memory/corpus.ts'
import { createRetriever } from '../../index/retriever.ts'
import { carryOut, planIndexing } from '../../src/indexing.ts'
import type { Embedder, PassageIndex, Retriever } from '../../src/ports.ts'
import { makeArticle } from '../../src/reading/article.ts'
import type { Language } from '../../src/types.ts'

const questionLine = z.object({
  id: z.string(),
  lang: z.enum(['en', 'fr']),
  doc: z.number().nullable(),
  question: z.string(),
  answer: z.array(z.string()),
  kind: z.enum(['fact', 'terse', 'typo', 'quote', 'multi', 'unanswerable']),
})
const articleList = z.array(z.object({ file: z.string(), language: z.enum(['en', 'fr']), label: z.string() }))

export type GoldenQuestion = Readonly<z.infer<typeof questionLine>>

export type Collection = {
  readonly name: string
  readonly questions: readonly GoldenQuestion[]
  readonly index: PassageIndex
  readonly retriever: Retriever
  /** Ids of the articles, by the number that questions give. */
  readonly articles: readonly { readonly id: string; readonly language: Language }[]
}

/** Reads the collections below a folder: each has `articles.json`, the articles and `questions.jsonl`. */
export async function readCollections(folder: string, embedder: Embedder): Promise<readonly Collection[]> {
  const collections: Collection[] = []
  for (const name of (await readdir(folder)).sort()) {
    const list = articleList.parse(JSON.parse(await readFile(join(folder, name, 'articles.json'), 'utf8')))
    const files = list.map(({ file, language }) => ({ path: join(folder, name, file), language }))
    collections.push(
      await indexCollection(name, files, await readQuestions(join(folder, name, 'questions.jsonl')), embedder),
    )
  }
  return collections
}

export async function readQuestions(path: string): Promise<readonly GoldenQuestion[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => questionLine.parse(JSON.parse(line)))
}

export async function indexCollection(
  name: string,
  files: readonly { readonly path: string; readonly language: Language }[],
  questions: readonly GoldenQuestion[],
  embedder: Embedder,
): Promise<Collection> {
  const articles = await Promise.all(
    files.map(async ({ path, language }) => {
      const bytes = await readFile(path)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const id = `${name}-${basename(path, '.txt')}`.slice(0, 32)
      return makeArticle({ id, language, path, text: bytes.toString('utf8'), sha256 })
    }),
  )
  const { index, writer } = createMemoryCorpus()
  const plan = await planIndexing(index, articles, () => false)
  await carryOut(plan, { index, writer, embedder }, { confirmed: true })
  return { name, questions, index, retriever: createRetriever(index, embedder), articles }
}

/** A text as the golden answers are compared: accents, case, and kinds of space and apostrophe do not count. */
export function foldForGolden(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[’‘ʼ]/g, "'")
    .replaceAll(/\s+/g, ' ')
}

export function holdsAnswer(text: string, answers: readonly string[]): boolean {
  const folded = foldForGolden(text)
  return answers.some((answer) => folded.includes(foldForGolden(answer)))
}
