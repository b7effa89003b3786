/** Texts as articles may hold them: prose, figures, markup, and what was never meant to be shown. */
import fc from 'fast-check'

const words = fc.constantFrom(
  ...['the', 'police', 'Phnom', 'Penh', 'étrangers', 'l’annonce', '10 444', '48,6', '$ 3.5', '2026', 'M. Sar', 'No. 7'],
  ...[
    'www.example.org/a_b',
    '**bold**',
    '_so_',
    '[x](https://example.org)',
    '@everyone',
    '<@123>',
    '```',
    '||',
    '# no',
  ],
  ...[
    '👩‍👩‍👧‍👦',
    '🇰🇭',
    'é',
    'क्षि',
    '漢字漢字漢字',
    '\u202e',
    '\u200b',
    '\u200f',
    '\ufeff',
    '\ud83d',
    '\udc00',
    '\u0000',
    '\u001b[31m',
  ],
)
const separators = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ' ',
  '. ',
  ', ',
  '\n',
  '\n\n',
  '\r\n',
  '\u00a0',
  '  ',
  '! ',
  '… ',
  ' « ',
  ' » ',
)

/** Up to some hundred words and anything else between them. */
export function hostileText(maxLength = 60): fc.Arbitrary<string> {
  return fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 9, arbitrary: words }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
        separators,
      ),
      {
        maxLength,
      },
    )
    .map((parts) => parts.flat().join(''))
}

/** Code units that are half of a character. */
export function loneSurrogates(text: string): number {
  return text.match(/\p{Cs}/gu)?.length ?? 0
}
