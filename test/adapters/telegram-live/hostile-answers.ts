/** Answers with the worst that an article can hold, generated: markup, emoji with modifiers, right-to-left, broken pairs. */
import fc from 'fast-check'
import type { Answer, ArticleFacts, Citation, Claim, Range } from '../../../src/types.ts'

const hostileWords = [
  ...['<b>bold</b>', '</blockquote>', '<a href="javascript:alert(1)">x</a>', '&lt;', '&#0;', '<tg-spoiler>', '<!--'],
  ...['**', '__', '~~', '||', '`', '```js', '[x](tg://user?id=1)', '> ', '\\', '\\_', '*_`[](){}#+-.!|='],
  ...['@everyone', '@sourcier_bot', '/start', '/ask@sourcier_bot', '#tag', '$USD', 'https://news.example/?a=1&b=2'],
  ...['שלום עולם', 'مرحبا بالعالم', '\u202eright to left\u202c', '\u2066isolated\u2069', '\u200f', '\u200d', '\ufeff'],
  ...['👩🏽‍🚒', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '👨‍👩‍👧‍👦', '🇫🇷', '1️⃣', '😀😀😀', 'e\u0301\u0302\u0303', 'Z̷̢̛͖', '𝒜𝓃𝓈𝓌𝑒𝓇', '字漢'],
  ...['\ud83d', '\ude00', '\ud800\ud800', '\udfff', '\u0000', '\u0007', '\u001b[31m', '\u0085', '\u2028', '\u2029'],
  ...['\r\n', '\n\n\n', '\t', '\u00a0', '\u200b', ' ', '«', '»', '"', '“', '”', '…', ' …', '10 444', '48.6 billion'],
  ...['Said', 'the', 'minister', 'on', 'Monday.', 'Le', 'ministre', 'l’a', 'dit', 'lundi.', 'Dr. No', 'e.g. this'],
]

const words = (most: number) =>
  fc
    .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...hostileWords) }, fc.string({ unit: 'binary' })), {
      minLength: 1,
      maxLength: most,
    })
    .map((parts) => parts.join(' '))

/** A paragraph of some 10,000 characters with hardly a place to cut it. */
const longParagraph = fc
  .tuple(fc.constantFrom(...hostileWords, 'x', '😀', 'é'), fc.integer({ min: 1, max: 40 }))
  .map(([word, every]) => {
    const unit = `${word.repeat(every)} `
    return unit.repeat(Math.ceil(10_000 / unit.length)).slice(0, 10_000)
  })

const text = fc.oneof({ weight: 12, arbitrary: words(60) }, { weight: 2, arbitrary: words(3) }, longParagraph)

const anyMarks = (length: number): fc.Arbitrary<readonly Range[]> =>
  fc
    .array(fc.tuple(fc.nat(length), fc.nat(length)), { maxLength: 20 })
    .map((pairs) => pairs.map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) })))
    .map((ranges) => ranges.filter(({ start, end }) => end > start))

/** More stretches of their own than Telegram takes entities. */
const manyMarks = (length: number): fc.Arbitrary<readonly Range[]> =>
  fc.integer({ min: 3, max: 9 }).map((every) => {
    const starts = Array.from({ length: Math.floor(length / every) }, (_, position) => position * every)
    return starts.map((start) => ({ start, end: start + every - 2 }))
  })

const marksIn = (length: number) =>
  fc.oneof({ weight: 4, arbitrary: anyMarks(length) }, { weight: 1, arbitrary: manyMarks(length) })

const url = fc.constantFrom(
  ...[
    'https://news.example/a?b=c&d=%22',
    'http://xn--bcher-kva.example/é',
    'javascript:alert(1)',
    'https://',
    'nonsense',
  ],
  ...[
    `https://news.example/${'long/'.repeat(500)}`,
    'https://localhost:1',
    'https://a b',
    'https://user:pass@news.example',
  ],
)

const article: fc.Arbitrary<ArticleFacts> = fc.record(
  {
    id: fc.constantFrom('seed-1', 'a'.repeat(32)),
    title: words(30),
    label: words(30),
    outlet: words(10),
    url,
    published: fc.constantFrom('2026-02-09', '2026-02-09T10:00:00Z', 'no date'),
    language: fc.constantFrom('en' as const, 'fr' as const),
    path: words(5),
  },
  { requiredKeys: ['id', 'language', 'path'] },
)

const citation = (n: number): fc.Arbitrary<Citation> =>
  text.chain((quote) =>
    fc.record(
      {
        n: fc.constant(n),
        passageId: fc.constant(`seed-1@0123abcd.${n}`),
        paragraph: fc.integer({ min: 1, max: 9_999 }),
        article,
        quote: fc.constant(quote),
        marks: marksIn(quote.length),
        start: fc.constant(0),
        end: fc.constant(quote.length),
        introducedBy: text,
        saidBy: words(10),
      },
      { requiredKeys: ['n', 'passageId', 'paragraph', 'article', 'quote', 'marks', 'start', 'end'] },
    ),
  )

const claims = (citations: readonly Citation[]): fc.Arbitrary<readonly Claim[]> =>
  fc.tuple(...citations.map(({ n }) => fc.tuple(text, fc.boolean(), fc.constant(n)))).map((made) =>
    made.map(([claimed, verbatim, n]) => ({
      text: verbatim ? (citations[n - 1]?.quote ?? '') : claimed,
      citations: [n],
      verbatim,
    })),
  )

export const hostileAnswer: fc.Arbitrary<Answer> = fc
  .nat(6)
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, position) => citation(position + 1))))
  .chain((citations) =>
    fc.record(
      {
        id: fc.constant('abcdefg234'),
        question: words(20),
        language: fc.constantFrom('en' as const, 'fr' as const),
        status: fc.constantFrom(...(['answered', 'unsure', 'not-found'] as const)),
        claims: claims(citations),
        citations: fc.constant(citations),
        evidence: fc.constant([]),
        corpus: fc.constant({ revision: 3, builtAt: '2026-11-21T12:00:00.000Z', articles: 5, newest: '2026-02-09' }),
        tookMs: fc.constant(12),
        notice: words(20),
        reasons: fc.constant([]),
      },
      {
        requiredKeys: [
          ...(['id', 'question', 'language', 'status', 'claims'] as const),
          ...(['citations', 'evidence', 'corpus', 'tookMs', 'reasons'] as const),
        ],
      },
    ),
  )
