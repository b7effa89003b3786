/**
 * Headlines across languages: `npx tsx bench/headlines.ts PUBLIC_FOLDER` asks the headline of each public news article in the
 * one language of a corpus that holds the other, and prints how often that article is found first, and among five. The 61
 * pairs are not in this repository (MicrosoftTranslator/NTREX, documents 0 to 60).
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureIndex } from '../src/commands/corpus/ensure-index.ts'
import { createParts } from '../src/commands/parts.ts'
import { readQuestion } from '../src/question/question.ts'
import type { Language } from '../src/types.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('name the folder of the public sets: npx tsx bench/headlines.ts PUBLIC_FOLDER')
  process.exit(2)
}
const articles = join(folder, 'news', 'articles')
const evidenceLimit = 50

/** The articles' numbers in the order in which they are found, each once. */
type Found = { readonly wanted: string; readonly order: readonly string[] }

for (const [asked, held] of [
  ['fr', 'en'],
  ['en', 'fr'],
] as const) {
  const found = await askHeadlines(asked, held)
  const share = (most: number) =>
    (found.filter(({ wanted, order }) => order.slice(0, most).includes(wanted)).length / found.length).toFixed(3)
  console.log(`${found.length} headlines ${asked} → ${held}: first ${share(1)}, among five ${share(5)}`)
}

async function askHeadlines(asked: Language, held: Language): Promise<readonly Found[]> {
  const corpus = await mkdtemp(join(tmpdir(), 'sourcier-headlines-'))
  const data = await mkdtemp(join(tmpdir(), 'sourcier-headlines-data-'))
  const numbers = (await readdir(articles)).flatMap((name) => name.match(/^(\d+)\.en\.txt$/)?.[1] ?? [])
  const read = async (number: string, language: Language) =>
    (await readFile(join(articles, `${number}.${language}.txt`), 'utf8')).trim().split('\n')
  for (const number of numbers) await writeFile(join(corpus, `${number}.txt`), (await read(number, held)).join('\n\n'))
  const parts = createParts({ SOURCIER_DATA: data, SOURCIER_SEEDS: corpus, SOURCIER_LOG_LEVEL: 'error' })
  try {
    await ensureIndex(parts)
    await (await parts.contextual())?.deepen()
    const { retriever, space } = await parts.askParts()
    const found: Found[] = []
    for (const number of numbers) {
      const [headline = ''] = await read(number, asked)
      const question = await readQuestion(headline, space)
      const words = question.content.map(({ word }) => word)
      const evidence = await retriever.retrieve({ text: question.text, words }, evidenceLimit)
      const order = evidence.map(({ article }) => article.path.match(/(\d+)\.txt$/)?.[1] ?? '')
      found.push({ wanted: number, order: [...new Set(order)] })
    }
    return found
  } finally {
    await parts.close()
    await Promise.all([corpus, data].map((path) => rm(path, { recursive: true, force: true })))
  }
}
