/**
 * `npm run bench:retrieval`: how often the right passage comes first, against BM25 alone, on every written collection and
 * on the seeds, by the language of the question and of the article. `-- FILE …` adds questions over the seeds.
 */
import { join } from 'node:path'
import { type Collection, type GoldenQuestion, holdsAnswer } from '../models/fit/collections.ts'
import { openLaboratory } from '../models/fit/setup.ts'
import { answerFromEvidence } from '../src/answer/answer-from-evidence.ts'
import { findHome } from '../src/home.ts'
import { readQuestion } from '../src/question/question.ts'

type Ranks = { readonly across: boolean; readonly bm25: number; readonly retrieval: number; readonly evidence: number }

const limit = 100
const home = findHome()
const files = [join(home, 'test', 'golden', 'seeds.jsonl'), ...process.argv.slice(2)]
const { collections, space, embedder } = await openLaboratory(home, files)
const all: Ranks[] = []
const rows: Record<string, string | number>[] = []
for (const collection of collections) {
  const ranks: Ranks[] = []
  for (const golden of collection.questions) {
    if (golden.doc !== null && golden.kind !== 'multi') ranks.push(await rank(collection, golden))
  }
  all.push(...ranks)
  rows.push(summarise(collection.name, ranks))
}
rows.push(summarise('all', all))
console.table(rows)
await embedder.close()

/** The place of the first right passage, from 1; infinite when it was not found. */
async function rank(collection: Collection, golden: GoldenQuestion): Promise<Ranks> {
  const article = collection.articles[golden.doc ?? -1]
  const isRight = (passage: { articleId: string; text: string }) =>
    passage.articleId === article?.id && holdsAnswer(passage.text, golden.answer)
  const placeOf = (passages: readonly { articleId: string; text: string }[]) => {
    const place = passages.findIndex(isRight)
    return place < 0 ? Number.POSITIVE_INFINITY : place + 1
  }
  const question = await readQuestion(golden.question, space)
  const words = question.content.map(({ word }) => word)
  const hits = await collection.index.matching(words, limit)
  const byWords = await collection.index.passages(hits.map(({ passageId }) => passageId))
  const found = await collection.retriever.retrieve({ text: question.text, words }, limit)
  const { evidence } = await answerFromEvidence(question, found, collection.index, space)
  return {
    across: article?.language !== golden.lang,
    bm25: placeOf(byWords),
    retrieval: placeOf(found.map(({ passage }) => passage)),
    evidence: placeOf(evidence.map(({ passage }) => passage)),
  }
}

function summarise(name: string, ranks: readonly Ranks[]): Record<string, string | number> {
  const same = ranks.filter(({ across }) => !across)
  const across = ranks.filter((item) => item.across)
  const share = (items: readonly Ranks[], key: 'bm25' | 'retrieval' | 'evidence', within: number) =>
    Math.round((1000 * items.filter((item) => item[key] <= within).length) / Math.max(1, items.length)) / 1000
  return {
    corpus: name,
    questions: ranks.length,
    'BM25 R@1 same': share(same, 'bm25', 1),
    'BM25 R@1 across': share(across, 'bm25', 1),
    'retrieval R@1 same': share(same, 'retrieval', 1),
    'retrieval R@1 across': share(across, 'retrieval', 1),
    'evidence R@1 same': share(same, 'evidence', 1),
    'evidence R@1 across': share(across, 'evidence', 1),
    'evidence R@5 all': share(ranks, 'evidence', 5),
  }
}
