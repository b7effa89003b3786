import { beforeAll, describe, expect, it } from 'vitest'
import { readMarkdown } from '../../adapters/sources/markdown.ts'
import { makeArticle } from '../../src/reading/article.ts'
import { splitPassages } from '../../src/reading/split.ts'
import { checkQuote } from '../../src/verify/locks/quote-lock.ts'
import { createVerifyCorpus, type VerifyCorpus } from '../../src/verify/search/corpus.ts'
import { verifyText } from '../../src/verify/verify-text.ts'

const written = `---
title: The quay
---
# The quay of **Velmar**

The _harbour master_ [said](https://example.org/2024/99171 "Page 5512") that the port had lost **more than** **48,6** million
tons, un**believ**ably, and that l\u2019*escroquerie* was [known][1] in 10&nbsp;444 towns. See https://example.org/77120 for more.

## Losses of the year

| Harbour | Boats | Men |
|:--------|------:|----:|
| East    | 270   | 45  |
| West    | 312   | 88  |

> The *port* is **not** a haven for smugglers, \`they\` say\\.

* Nobody should ~~ever~~ load a ship in the <b>dark</b>.

[1]: https://example.org/3344 "A title 5566"
`

/** As its readers see it: without what is struck out. */
const { text, skip } = readMarkdown(written)

describe('quotes of an article in Markdown', () => {
  let corpus: VerifyCorpus
  beforeAll(() => {
    const article = makeArticle({ id: 'quay', language: 'en', path: 'quay.md', text, sha256: 'x', skip })
    corpus = createVerifyCorpus([{ article, passages: splitPassages(article) }])
  })
  const verify = (pasted: string) => verifyText(pasted, corpus)

  it.each([
    'The harbour master said that the port had lost more than 48,6 million tons',
    'The _harbour master_ [said](https://example.org/2024/99171 "Page 5512") that the port',
    'The **harbour** master said that the *port* had lost',
    '«the port had lost **more than 48,6 million** tons»',
    'lost more than 48,6 million tons, unbelievably, and that l\u2019escroquerie was known in 10 444 towns',
    "and that l'escroquerie was [known][1] in 10&nbsp;444 towns",
    'The port is not a haven for smugglers, they say.',
    '> The port is **not** a haven for smugglers',
    'Nobody should load a ship in the dark',
    'East 270 45',
    '| West | 312 | 88 |',
    'West\t312\t88',
    'The quay of Velmar\n\nThe harbour master said that the port had lost',
  ])('are verbatim with and without the marks: %j', (pasted) => {
    const { verdict, matches } = verify(pasted)
    expect(verdict).toBe('verbatim')
    for (const { quote, start, end } of matches) expect(text.slice(start, end)).toBe(quote)
  })

  it.each([
    'The port is a haven for smugglers, they say',
    'the port had lost more than 48,7 million tons',
    'the port had lost more than 48,6',
    'The harbour master denied that the port had lost more than 48,6 million tons',
    'The harbour master said 99171 that the port had lost',
    'Nobody should ever load a ship in the dark',
    'See 77120 for more of the towns',
    'East 270 45 West 312 88',
    'Losses of the year The port is not a haven for smugglers',
    'The quay of Velmar The harbour master said that the port had lost',
  ])('are not verbatim when they are altered: %j', (pasted) => {
    expect(verify(pasted).verdict).not.toBe('verbatim')
  })

  it('never take the figures of an address for words', () => {
    for (const pasted of [
      'example.org 2024 99171',
      'Page 5512',
      'org 77120 for more',
      'A title 5566',
      'example org 3344',
    ])
      expect(verify(pasted).verdict, pasted).toBe('not-found')
  })

  it('are held to the article letter by letter by the quote lock', () => {
    const article = { text: 'It is **not** a [haven](https://a.example/5).', language: 'en' as const }
    expect(checkQuote('is not a haven', article).failures).toEqual([])
    expect(checkQuote('is a haven', article).failures).toHaveLength(1)
  })

  it('show the whole sentence where the marks hide a word cut off', () => {
    expect(verify('48,6 million tons, unbelievably').matches[0]?.cutOff).toContain('more than')
    expect(verify('a haven for smugglers').matches[0]?.cutOff).toContain('not')
  })
})
