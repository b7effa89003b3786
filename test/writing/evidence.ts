import { makeArticle } from '../../src/reading/article.ts'
import { splitPassages } from '../../src/reading/split.ts'
import type { Evidence, Language } from '../../src/types.ts'

/** All passages of a text as evidence, in reading order. */
export function evidenceOf(id: string, text: string, language: Language = 'en'): readonly Evidence[] {
  const article = makeArticle({ id, language, path: `test/${id}.txt`, text, sha256: id })
  const { text: _, version: __, skip: ___, sha256: ____, ...facts } = article
  return splitPassages(article).map((passage) => ({ passage, article: facts, score: 1, signals: {} }))
}
