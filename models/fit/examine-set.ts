/** Asks every question of a set through the product's own retrieval and reading, and keeps what was read for the fit. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { chooseStretches } from '../../src/answer/stretches.ts'
import { ensureIndex } from '../../src/commands/corpus/ensure-index.ts'
import { indexedArticles } from '../../src/commands/corpus/facts.ts'
import { foldPlainly } from '../../src/commands/eval/evaluate.ts'
import { type Expected, readGolden } from '../../src/commands/eval/golden.ts'
import { createParts, type Parts } from '../../src/commands/parts.ts'
import { readQuestion } from '../../src/question/question.ts'

/** A sentence as it was read. */
export type SeenSentence = {
  readonly passage: string
  readonly start: number
  readonly answers: number
  /** It holds an accepted answer, in the right article. */
  readonly right: boolean
}

export type SeenStretch = {
  readonly holds: number
  readonly similarity: number
  readonly sentences: readonly SeenSentence[]
}

export type SeenQuestion = {
  readonly set: string
  readonly id: string
  readonly kind: string
  readonly answerable: boolean
  readonly across: boolean
  /** The right passage is among those that retrieval found. */
  readonly found: boolean
  readonly stretches: readonly SeenStretch[]
}

const evidenceLimit = 100
const noHurryMs = 60_000

/** @param file questions beside their articles; those of the seeds are elsewhere. */
export async function examineSet(
  file: string,
  articles: string,
  cacheFolder: string,
): Promise<readonly SeenQuestion[]> {
  const name = basename(file) === 'questions.jsonl' ? basename(articles) : basename(file, '.jsonl')
  const data = await mkdtemp(join(tmpdir(), 'sourcier-fit-'))
  const parts = createParts({ SOURCIER_DATA: data, SOURCIER_SEEDS: articles, SOURCIER_LOG_LEVEL: 'error' })
  try {
    await ensureIndex(parts)
    const models = await parts.contextual()
    await models?.deepen()
    const cache = join(cacheFolder, `${name}-${models?.modelId ?? 'static'}.json`)
    const known = await readFile(cache, 'utf8').catch(() => undefined)
    if (known !== undefined) return JSON.parse(known)
    const seen = await readAll(parts, name, file)
    await mkdir(cacheFolder, { recursive: true })
    await writeFile(cache, JSON.stringify(seen))
    return seen
  } finally {
    await parts.close()
    await rm(data, { recursive: true, force: true })
  }
}

async function readAll(parts: Parts, set: string, file: string): Promise<readonly SeenQuestion[]> {
  const { index, retriever, reader, space } = await parts.askParts()
  const absolute = (path: string) => resolve(parts.workingFolder, path)
  const languages = new Map((await indexedArticles(parts)).map(({ path, language }) => [absolute(path), language]))
  const seen: SeenQuestion[] = []
  for (const golden of await readGolden(file, parts.seedsFolder)) {
    if (golden.kind === 'multi') continue
    const question = await readQuestion(golden.question, space)
    const words = question.content.map(({ word }) => word)
    const evidence = await retriever.retrieve({ text: question.text, words }, evidenceLimit)
    const paths = new Map(evidence.map(({ passage, article }) => [passage.articleId, absolute(article.path)]))
    const holds = (text: string, articleId: string) => isExpected(golden.expected, text, paths.get(articleId) ?? '')
    const { first: stretches } = await chooseStretches(evidence, index)
    const readings = await reader.read(
      question.text,
      stretches.map(({ lead, units }) => ({
        sentences: units.map(({ text }) => text),
        ...(lead !== undefined && { lead }),
      })),
      noHurryMs,
    )
    seen.push({
      ...{ set, id: String(golden.id), kind: golden.kind, answerable: golden.expected.length > 0 },
      across: golden.expected.some(({ file: path }) => path !== undefined && languages.get(path) !== golden.language),
      found: evidence.some(({ passage }) => holds(passage.text, passage.articleId)),
      stretches: stretches.flatMap(({ units, similarity }, at): SeenStretch[] => {
        const reading = readings[at]
        if (reading === undefined) return []
        const sentences = units.map(({ passage, start, text }, place) => ({
          ...{ passage: passage.id, start, answers: reading.sentences[place] ?? 0 },
          right: holds(text, passage.articleId),
        }))
        return [{ holds: reading.holds, similarity, sentences }]
      }),
    })
  }
  return seen
}

function isExpected(expected: readonly Expected[], text: string, path: string): boolean {
  const folded = foldPlainly(text)
  return expected.some(
    ({ texts, file }) =>
      (file === undefined || file === path) && texts.some((one) => folded.includes(foldPlainly(one))),
  )
}
