/** Texts and answers with the worst for Discord that an article, a title or a question can hold, generated. */
import fc from 'fast-check'
import type { Answer, ArticleFacts, Citation, Claim, Range } from '../../../src/types.ts'

const constructs = fc.constantFrom(
  ...['@everyone', '@here', '<@123456789012345678>', '<@!123456789012345678>', '<@&123456789012345678>'],
  ...['<#123456789012345678>', '</ask:123456789012345678>', '<:tada:123456789012345678>', '<a:x:123456789012345678>'],
  ...[
    '<t:1700000000:R>',
    '<id:customize>',
    ':smile:',
    'https://evil.example/a_b',
    '<https://evil.example>',
    'steam://x',
  ],
  ...['[click](https://evil.example)', '[a [b](https://evil.example)', '](https://evil.example)', 'discord.gg/abcdef'],
  ...['discord.com/invite/abcdef', '**', '*', '_', '__', '~~', '||', '`', '``', '```js\n', '\\', '\\\\', '\\*', '\\['],
  ...['\n# big', '\n-# small', '\n> quote', '\n>>> all', '\n- item', '\n1. item', '\n2) item', '\n* item', '\n+ item'],
  ...['\u202e', '\u200b', '\u0000', '\u2028', '\u0085', '\r\n', '\ud83d', '\udc00', '👩‍👩‍👧‍👦', '🇰🇭'],
)
const prose = fc.constantFrom(
  'the',
  'police',
  'Phnom Penh',
  'étrangers',
  '10 444',
  '48.6',
  'U.S.',
  'a@b.org',
  '(x)',
  '. ',
)
const glue = fc.constantFrom(' ', ' ', ' ', '', '', '\n', '. ')

/** @param maxLength pieces. */
export function hostileText(maxLength = 40): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 4, arbitrary: constructs },
    { weight: 3, arbitrary: prose },
    fc.string({ unit: 'binary' }),
  )
  return fc.array(fc.tuple(piece, glue), { minLength: 1, maxLength }).map((parts) => parts.flat().join(''))
}

export const storedLink = 'https://news.example/2026/02/09/story?id=1'

const marks = (length: number): fc.Arbitrary<readonly Range[]> =>
  fc.uniqueArray(fc.nat(length), { maxLength: 8 }).map((found) => {
    const places = [...found].sort((left, right) => left - right)
    return places.flatMap((start, position) => {
      const end = places[position + 1]
      return position % 2 === 0 && end !== undefined ? [{ start, end }] : []
    })
  })

const article: fc.Arbitrary<ArticleFacts> = fc.record(
  {
    id: fc.constantFrom('seed-1', 'a'.repeat(32)),
    title: hostileText(12),
    label: hostileText(12),
    outlet: hostileText(6),
    url: fc.constantFrom(storedLink, 'javascript:alert(1)', 'nonsense', 'https://'),
    published: fc.constantFrom('2026-02-09', 'no date'),
    language: fc.constantFrom('en' as const, 'fr' as const),
    path: hostileText(3).map((path) => `seeds/${path}`),
  },
  { requiredKeys: ['id', 'language', 'path'] },
)

const citation = (n: number): fc.Arbitrary<Citation> =>
  fc.oneof({ weight: 6, arbitrary: hostileText(40) }, hostileText(400)).chain((quote) =>
    fc.record(
      {
        n: fc.constant(n),
        passageId: fc.constant('seed-1@01234567.1'),
        paragraph: fc.integer({ min: 1, max: 999 }),
        article,
        quote: fc.constant(quote),
        start: fc.constant(0),
        end: fc.constant(quote.length),
        marks: marks(quote.length),
        introducedBy: hostileText(10),
        saidBy: hostileText(6),
      },
      { requiredKeys: ['n', 'passageId', 'paragraph', 'article', 'quote', 'start', 'end', 'marks'] },
    ),
  )

const answerOf = (citations: readonly Citation[], status: Answer['status']): fc.Arbitrary<Answer> =>
  fc.record(
    {
      id: fc.constant('abcdefgh23'),
      question: hostileText(60),
      language: fc.constantFrom('en' as const, 'fr' as const),
      status: fc.constant(status),
      claims: fc.constant(
        citations.map(({ n, quote }): Claim => ({ text: quote, citations: [n], verbatim: n % 3 !== 0 })),
      ),
      citations: fc.constant(citations),
      evidence: fc.constant([]),
      corpus: fc.constant({ revision: 3, builtAt: '2026-11-22T00:00:00Z', articles: 5 }),
      tookMs: fc.constant(12),
      notice: hostileText(10),
      reasons: fc.constant([]),
    },
    {
      requiredKeys: [
        'id',
        'question',
        'language',
        'status',
        'claims',
        'citations',
        'evidence',
        'corpus',
        'tookMs',
        'reasons',
      ],
    },
  )

export const hostileAnswer: fc.Arbitrary<Answer> = fc
  .tuple(fc.constantFrom('answered' as const, 'unsure' as const, 'not-found' as const), fc.integer({ min: 1, max: 8 }))
  .chain(([status, count]) =>
    status === 'not-found'
      ? answerOf([], status)
      : fc
          .tuple(...Array.from({ length: count }, (_, at) => citation(at + 1)))
          .chain((cited) => answerOf(cited, status)),
  )
