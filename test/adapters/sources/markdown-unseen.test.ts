import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../../adapters/sources/markdown.ts'

const textOf = (markdown: string) => readMarkdown(markdown).text

describe('what Markdown does not show', () => {
  it.each([
    [
      'The strike began on ~~Monday~~ Tuesday. ~~Guards shot eleven miners.~~ No one was hurt.',
      'The strike began on Tuesday. No one was hurt.',
    ],
    ['La grève a commencé ~~lundi~~ mardi, ~~neuf~~ huit jours.', 'La grève a commencé mardi, huit jours.'],
    ['The fire killed <del>seven</del> <ins>three</ins> men.', 'The fire killed <ins>three</ins> men.'],
    ['Le feu a fait <s>neuf</s> <strike>dix</strike> huit morts.', 'Le feu a fait huit morts.'],
    ['They paid <span style="display:none">nine</span> six euros.', 'They paid six euros.'],
    [
      'They paid six euros.<span hidden> Nobody <span>sees</span> this.</span> So it is.',
      'They paid six euros. So it is.',
    ],
    ['One came.\n\n<div class="sr-only">\nNobody sees this.\n</div>\n\nTwo went.', 'One came.\n\n\n\nTwo went.'],
    ['They counted 1,250<sup>3</sup> storks on 48 km<sup>2</sup>.', 'They counted 1,250 storks on 48 km².'],
  ])('is no word of the article: %j', (markdown, text) => {
    expect(textOf(markdown)).toBe(text)
  })

  it.each([
    'Type `~~Monday~~` to strike.',
    '```\n~~a~~ <del>b</del>\n```',
    'About ~5 or ~~6 km.',
    'a \\~~b\\~~ c',
    'x < y and style="none"',
  ])('is not %j', (markdown) => {
    expect(textOf(markdown)).toBe(markdown)
  })

  it('is cut out of front matter in no case, whatever the text holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('~', '~~', '<del>', '</del>', 'a', ' ', '\n', '`', '<sup>', '</sup>', '2') }),
        (words) => {
          expect(textOf(`---\ntitle: x\n---\nWords. ${words}`).startsWith('---\ntitle: x\n---\nWords.')).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  })
})
