/** The seeds and the collections as articles with passages, without an index. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readSources } from '../../adapters/sources/files.ts'
import { makeArticle } from '../../src/reading/article.ts'
import { splitPassages } from '../../src/reading/split.ts'
import type { Language } from '../../src/types.ts'
import type { VerifiableArticle } from '../../src/verify/types.ts'

export async function readSeeds(): Promise<readonly VerifiableArticle[]> {
  const { articles } = await readSources(['seeds'], process.cwd())
  return articles.map((article) => ({ article, passages: splitPassages(article) }))
}

export function readCollections(): readonly VerifiableArticle[] {
  const folder = join('test', 'collections')
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const list = JSON.parse(readFileSync(join(folder, name, 'articles.json'), 'utf8')) as readonly {
        file: string
        language: Language
      }[]
      return list.map(({ file, language }) =>
        makeVerifiable(readFileSync(join(folder, name, file), 'utf8'), language, `${name}-${basename(file, '.txt')}`),
      )
    })
}

export function makeVerifiable(text: string, language: Language, id = 'sample'): VerifiableArticle {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const article = makeArticle({ id: id.slice(0, 32), language, path: `${id}.txt`, text, sha256 })
  return { article, passages: splitPassages(article) }
}
