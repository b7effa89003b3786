/** Answers as hostile articles, outlets and questions could make them. */
import fc from 'fast-check'
import type { Answer, ArticleFacts, Citation, Claim } from '../../../src/types.ts'

const nasty = [
  '@everyone',
  '@here',
  '<@111111111111111111>',
  '<@&222222222222222222>',
  '<#333333333333333333>',
  '</ask:444444444444444444>',
  '<t:1700000000:R>',
  '<:evil:555555555555555555>',
  'https://evil.example/x',
  'HTTPS://EVIL.EXAMPLE',
  '[click](https://evil.example)',
  '[a](<https://evil.example> "t")',
  '[https://good.example](https://evil.example)',
  '](https://evil.example)',
  '[',
  '\\',
  '\\\\[x](https://evil.example)',
  '<https://evil.example>',
  'discord.gg/evil',
  'discord.com/invite/evil',
  'steam://run/1',
  '```js\nhttps://evil.example\n```',
  '`',
  '``',
  '**',
  '||',
  '> ',
  '>>> ',
  '# ',
  '-# ',
  '~~',
  '__',
  '\n',
  '\r\n\r\n',
  '\u2028',
  '\u202e',
  '\u0000',
  '👩‍👩‍👧‍👦',
  '🇫🇷',
  'é̂̃',
  '\u200b',
  ' ',
  'The police seized 10 444 computers.',
  'Une phrase, « avec des guillemets ».',
]

export const hostileText = (most: number, least = 0): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...nasty) },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
      ),
      {
        minLength: Math.max(1, least),
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(''))
    .chain((text) => fc.nat(60).map((times) => text.repeat(times + 1).slice(0, most)))

const address = fc.constantFrom(
  'https://news.example/a',
  'https://news.example/b_c*d(e)?f=[g]&h=1#i',
  'http://news.example/%5B|~',
)

const facts: fc.Arbitrary<ArticleFacts> = fc
  .record({
    title: fc.option(hostileText(600), { nil: undefined }),
    label: fc.option(hostileText(300), { nil: undefined }),
    outlet: fc.option(hostileText(200), { nil: undefined }),
    url: fc.option(address, { nil: undefined }),
    published: fc.constantFrom(undefined, '2026-02-09', '2025-07-14T10:00:00Z'),
    language: fc.constantFrom('en' as const, 'fr' as const),
  })
  .map(({ language, ...known }) => ({
    id: 'hostile',
    path: 'seeds/[x](https://evil.example)@everyone.txt',
    language,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
  }))

const citation = (n: number): fc.Arbitrary<Citation> =>
  fc
    .record({
      article: facts,
      quote: hostileText(400, 1),
      heading: fc.option(hostileText(200)),
      speaker: fc.option(hostileText(200)),
      from: fc.nat(100),
      size: fc.nat(60),
    })
    .map(({ article, quote, heading, speaker, from, size }) => ({
      n,
      passageId: `hostile@00000000.${n}`,
      paragraph: n,
      article,
      quote,
      start: 0,
      end: quote.length,
      marks: from < quote.length && size > 0 ? [{ start: from, end: Math.min(quote.length, from + size) }] : [],
      ...(heading !== null && { introducedBy: heading }),
      ...(speaker !== null && { saidBy: speaker }),
    }))

/** 0 to 30 citations, one claim each; a third of the claims in a model's own words. */
export const hostileAnswer: fc.Arbitrary<Answer> = fc
  .record({
    question: hostileText(500, 1),
    language: fc.constantFrom('en' as const, 'fr' as const),
    citations: fc
      .nat(30)
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => citation(index + 1)))),
    words: hostileText(800, 1),
    notice: fc.option(hostileText(300, 1)),
    unsure: fc.boolean(),
  })
  .map(({ question, language, citations, words, notice, unsure }) => ({
    id: 'aaaaaaaaaa',
    question,
    language,
    status: citations.length === 0 ? ('not-found' as const) : unsure ? ('unsure' as const) : ('answered' as const),
    claims: citations.map(
      ({ quote, n }): Claim =>
        n % 3 === 0
          ? { text: words, citations: [n], verbatim: false }
          : { text: quote, citations: [n], verbatim: true },
    ),
    citations,
    evidence: [],
    corpus: { revision: 3, builtAt: '2026-11-22T00:00:00Z', articles: 5, newest: '2026-02-09' },
    tookMs: 5,
    ...(notice !== null && { notice }),
    reasons: [],
  }))
