/** A set of articles and questions, asked through the models that ship, in a corpus in memory. */
import { resolve } from 'node:path'
import { readSources } from '../../adapters/sources/files.ts'
import { ask } from '../../src/ask.ts'
import { type Judged, judge } from '../../src/commands/eval/evaluate.ts'
import { readGolden } from '../../src/commands/eval/golden.ts'
import type { Embedder } from '../../src/ports/embedder.ts'
import type { WordSpace } from '../../src/ports/word-space.ts'
import { createCorpus, home } from '../answer/seed-corpus.ts'

/** @param every asks one question in so many, in their order: the same ones each time. */
export async function judgeSet(
  folder: string,
  every: number,
  { embedder, space }: { readonly embedder: Embedder; readonly space: WordSpace },
): Promise<readonly Judged[]> {
  const corpus = createCorpus(embedder, space)
  const { articles } = await readSources([folder], home)
  await corpus.update(articles)
  const absolute = (path: string) => resolve(home, path)
  const languages = new Map(articles.map(({ path, language }) => [absolute(path), language]))
  const judged: Judged[] = []
  for (const [at, golden] of (await readGolden(`${folder}/questions.jsonl`, folder)).entries()) {
    if (at % every === 0) judged.push(judge(golden, await ask(corpus.parts, golden.question), absolute, languages))
  }
  return judged
}
