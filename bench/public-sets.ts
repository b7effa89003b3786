/**
 * Makes sets to measure with out of public questions that are not in this repository:
 * `npx tsx bench/public-sets.ts PUBLIC_FOLDER [PIAF.json]` writes data/sets/news-dev (and piaf), each with articles and
 * questions.jsonl, for `sourcier eval FOLDER` and `npm run fit`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { findHome } from '../src/home.ts'

const [publicFolder, piafFile] = process.argv.slice(2)
if (publicFolder === undefined) throw new Error('name the folder of the public sets')
const sets = join(findHome(), 'data', 'sets')
const articleCount = 61
const piaf = { articles: 150, questions: 800 }

await writeNews(publicFolder)
if (piafFile !== undefined) await writePiaf(piafFile)

/** Even articles in French, odd ones in English, as the questions mean them. */
async function writeNews(folder: string): Promise<void> {
  const target = join(sets, 'news-dev')
  await mkdir(target, { recursive: true })
  for (let number = 0; number < articleCount; number += 1) {
    const name = String(number).padStart(3, '0')
    const text = await readFile(
      join(folder, 'news', 'articles', `${name}.${number % 2 === 0 ? 'fr' : 'en'}.txt`),
      'utf8',
    )
    // A sentence a line there; blank lines make paragraphs here.
    await writeFile(join(target, `${name}.txt`), text.trim().split('\n').join('\n\n'))
  }
  const questions = await readFile(join(folder, 'news', 'questions-dev.jsonl'), 'utf8')
  await writeFile(join(target, 'questions.jsonl'), questions)
}

async function writePiaf(file: string): Promise<void> {
  const target = join(sets, 'piaf')
  await mkdir(target, { recursive: true })
  const answers = z.array(z.object({ text: z.string() }))
  const paragraph = z.object({
    context: z.string(),
    qas: z.array(z.object({ id: z.unknown(), question: z.string(), answers })),
  })
  const schema = z.object({ data: z.array(z.object({ title: z.string().optional(), paragraphs: z.array(paragraph) })) })
  const { data } = schema.parse(JSON.parse(await readFile(file, 'utf8')))
  const lines: unknown[] = []
  const articles = data.slice(0, piaf.articles)
  for (const [doc, { paragraphs }] of articles.entries()) {
    const text = paragraphs.map(({ context }) => context.replaceAll(/\s+/g, ' ')).join('\n\n')
    await writeFile(join(target, `${String(doc).padStart(3, '0')}.txt`), text)
    for (const { qas } of paragraphs)
      for (const { question, answers: given } of qas)
        lines.push({
          id: `p${lines.length}`,
          lang: 'fr',
          doc,
          question,
          answer: given.map((one) => one.text),
          kind: 'fact',
        })
  }
  // Some are lists of foreign titles, and all are of the French encyclopaedia.
  const files = articles.map(
    ({ title = '' }, doc) =>
      `  - file: ${String(doc).padStart(3, '0')}.txt\n    language: fr\n    title: ${JSON.stringify(plain(title))}\n`,
  )
  await writeFile(join(target, 'articles.yaml'), `articles:\n${files.join('')}`)
  const step = Math.max(1, Math.floor(lines.length / piaf.questions))
  const asked = lines.filter((_, at) => at % step === 0).slice(0, piaf.questions)
  await writeFile(join(target, 'questions.jsonl'), asked.map((line) => `${JSON.stringify(line)}\n`).join(''))
}

/** Some titles carry the marks of the encyclopaedia's pages. */
function plain(title: string): string {
  return title.replaceAll(/<[^>]*>/g, '').trim()
}
