/** Claims known to be true: sentences of the seeds and of the collections, as they stand and reworded without any risk. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readUnits } from '../../src/reading/quotable.ts'
import type { Evidence, Language } from '../../src/types.ts'
import { home, readSeeds } from '../answer/seed-corpus.ts'
import { evidenceOf } from './evidence.ts'
import { freeTranslations } from './free-translations.ts'
import { translations } from './translations.ts'

export type TrueClaim = {
  readonly text: string
  readonly language: Language
  readonly words: string
  /** The passages shown, the one that carries the claim among them. */
  readonly evidence: readonly Evidence[]
  /** Number of the passage that carries the claim. */
  readonly passage: number
  readonly kind: 'copied' | 'reported' | 'translated' | 'freely translated'
}

const collections = join(home, 'test', 'collections')

export async function readCorpora(): Promise<readonly (readonly Evidence[])[]> {
  const seeds = (await readSeeds()).map(({ id, text, language }) => evidenceOf(id, text, language))
  const others = readdirSync(collections).flatMap((name) => {
    const listed = JSON.parse(readFileSync(join(collections, name, 'articles.json'), 'utf8')) as {
      file: string
      language: Language
    }[]
    return listed.map(({ file, language }) =>
      evidenceOf(`${name}-${file[0] ?? ''}`, readFileSync(join(collections, name, file), 'utf8'), language),
    )
  })
  return [...seeds, ...others]
}

/** Every `step`-th sentence of 8 to 50 words, copied or with "According to the article," before it, in turn. */
export function claimsOf(corpora: readonly (readonly Evidence[])[], step: number): readonly TrueClaim[] {
  let count = 0
  return corpora.flatMap((evidence) =>
    evidence.flatMap(({ passage }, at) =>
      readUnits(passage)
        .filter(({ words, text }) => words.length >= 8 && words.length <= 50 && /^[^\s].*[.!?…»”"]$/su.test(text))
        .filter(({ text }) => !/\n|:/.test(text) && text.length < 560)
        .filter(() => {
          count += 1
          return count % step === 0
        })
        .map(({ text, language }): TrueClaim => {
          const first = Math.max(0, Math.min(at - 3, evidence.length - 8))
          const shown = { evidence: evidence.slice(first, first + 8), passage: at - first + 1 }
          const reported = (count / step) % 2 === 0
          const lead = language === 'en' ? 'According to the article, ' : 'Selon l’article, '
          return {
            text: reported ? lead + text : text,
            language,
            words: text,
            ...shown,
            kind: reported ? 'reported' : 'copied',
          }
        }),
    ),
  )
}

/** Sentences with the translation of a person, each claimed in the other language; closely translated, then freely. */
export function translatedClaims(): readonly TrueClaim[] {
  return [...claimsOfPairs(translations, 'translated'), ...claimsOfPairs(freeTranslations, 'freely translated')]
}

function claimsOfPairs(translations: typeof freeTranslations, kind: TrueClaim['kind']): readonly TrueClaim[] {
  const languages = ['en', 'fr'] as const
  return languages.flatMap((language) => {
    const source: Language = language === 'en' ? 'fr' : 'en'
    const evidence = translations.flatMap((pair, at) =>
      evidenceOf(`${kind.slice(0, 4)}-${source}-${at}`, pair[source], source),
    )
    return translations.map((pair): TrueClaim => {
      const at = evidence.findIndex(({ passage }) => passage.text.includes(pair[source]))
      const first = Math.max(0, Math.min(at - 3, evidence.length - 8))
      const shown = evidence.slice(first, first + 8)
      return {
        text: pair[language],
        language,
        words: pair[source],
        evidence: shown,
        passage: at - first + 1,
        kind,
      }
    })
  })
}
