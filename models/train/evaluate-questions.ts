import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { foldText } from './bert-text.ts'
import type { Measure } from './evaluate.ts'
import { dotProduct, embedTexts, rowOf, type StaticModel, type TokenRow, tokenRows } from './static-model.ts'

const Question = z.object({
  lang: z.enum(['en', 'fr']),
  doc: z.number().nullable(),
  question: z.string(),
  answer: z.array(z.string()),
})

type Paragraph = { readonly document: number; readonly text: string; readonly tokens: readonly TokenRow[] }
type Ranking = { readonly across: boolean; readonly rank: number }

/**
 * Questions over the articles of a folder: is the paragraph that holds the answer first, or among five? By the cosine of
 * mean vectors, and by late interaction (each question token's best cosine in the paragraph, weighted by its squared
 * norm). Paragraphs are lines of 30 characters or more.
 */
export function measureQuestions(
  model: StaticModel,
  questionsFile: string,
  articlesFolder: string,
): readonly Measure[] {
  if (!existsSync(questionsFile) || !existsSync(articlesFolder)) return []
  const paragraphs = readParagraphs(model, articlesFolder)
  const vectors = embedTexts(
    model,
    paragraphs.map((paragraph) => paragraph.text),
  )
  const pooled: Ranking[] = []
  const late: Ranking[] = []
  for (const line of readFileSync(questionsFile, 'utf8')
    .split('\n')
    .filter((one) => one.trim() !== '')) {
    const question = Question.parse(JSON.parse(line))
    const right = paragraphs.map(
      (paragraph) => paragraph.document === question.doc && holdsAnswer(paragraph.text, question.answer),
    )
    if (!right.includes(true)) continue
    const across = question.lang !== languageOf(paragraphs[right.indexOf(true)]?.text ?? '')
    const vector = rowOf(embedTexts(model, [question.question]), 0)
    const tokens = tokenRows(model, question.question)
    pooled.push({
      across,
      rank: rankOf(
        paragraphs.map((_, index) => dotProduct(vector, rowOf(vectors, index))),
        right,
      ),
    })
    late.push({
      across,
      rank: rankOf(
        paragraphs.map((paragraph) => lateScore(tokens, paragraph.tokens)),
        right,
      ),
    })
  }
  return [summarise('questions by pooled cosine', pooled), summarise('questions by late interaction', late)]
}

function lateScore(question: readonly TokenRow[], passage: readonly TokenRow[]): number {
  let score = 0
  for (const token of question) {
    let best = 0
    for (const other of passage) best = Math.max(best, dotProduct(token.unit, other.unit))
    score += token.weight * best
  }
  return score
}

function readParagraphs(model: StaticModel, folder: string): readonly Paragraph[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  return files.sort().flatMap((name, document) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((text) => text.trim().length >= 30)
      .map((text) => ({ document, text, tokens: tokenRows(model, text) })),
  )
}

function holdsAnswer(text: string, answers: readonly string[]): boolean {
  const folded = foldText(text)
  return answers.some((answer) => folded.includes(foldText(answer)))
}

/** By common small words: enough to tell English from French. */
function languageOf(text: string): 'en' | 'fr' {
  const words = foldText(text).split(/[^a-z]+/)
  const count = (marks: readonly string[]): number => words.filter((word) => marks.includes(word)).length
  return count(['the', 'of', 'and', 'to', 'in', 'from', 'with']) >=
    count(['le', 'la', 'les', 'de', 'des', 'et', 'du', 'un'])
    ? 'en'
    : 'fr'
}

function rankOf(scores: readonly number[], right: readonly boolean[]): number {
  const best = Math.max(...scores.filter((_, index) => right[index]))
  return 1 + scores.filter((score) => score > best).length
}

function summarise(what: string, rankings: readonly Ranking[]): Measure {
  const across = rankings.filter((one) => one.across)
  const share = (of: readonly Ranking[], limit: number): number =>
    of.filter((one) => one.rank <= limit).length / Math.max(1, of.length)
  return {
    what,
    count: rankings.length,
    figures: {
      'R@1': share(rankings, 1),
      'R@5': share(rankings, 5),
      'R@1 across': share(across, 1),
      'R@5 across': share(across, 5),
    },
  }
}
