/** How many of the parts that a question asks for are quoted, each from the article where it stands. */
import { foldForGolden, type GoldenQuestion } from '../../models/fit/collections.ts'

export type Quoted = { readonly text: string; readonly articleId: string }

/** The parts of a golden answer that the quotes hold; `text@N` must come from article number N. */
export function findParts(
  question: GoldenQuestion,
  quotes: readonly Quoted[],
  articles: readonly { readonly id: string }[],
): readonly { readonly part: string; readonly isQuoted: boolean }[] {
  return question.answer
    .flatMap((answer) => answer.split('|'))
    .map((part) => {
      const [, words = part, place] = /^(.*)@(\d+)$/.exec(part) ?? []
      const wanted = foldForGolden(words)
      const articleId = place === undefined ? undefined : articles[Number(place)]?.id
      const isQuoted = quotes.some(
        (quote) =>
          foldForGolden(quote.text).includes(wanted) && (articleId === undefined || quote.articleId === articleId),
      )
      return { part, isQuoted }
    })
}
