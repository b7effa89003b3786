/** The pairs in one corpus: what each is asked is looked for among all of them. */

import type { Article } from '../../src/types.ts'
import { articleOf } from '../answer/seed-corpus.ts'
import type { Pair } from './pairs.ts'

export function articlesOf(pairs: readonly Pair[]): readonly Article[] {
  return pairs.flatMap(({ name, stories }) =>
    stories.map(([published, outlet, text, language = 'en'], at) => ({
      ...articleOf(
        `${name
          .normalize('NFD')
          .replace(/[^A-Za-z]+/g, '-')
          .toLowerCase()
          .slice(0, 28)}-${at}`,
        text,
        language,
      ),
      published,
      outlet,
    })),
  )
}
