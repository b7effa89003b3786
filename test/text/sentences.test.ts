import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/text/sentences.ts'
import type { Language } from '../../src/types.ts'

function sentences(text: string, language: Language = 'en'): readonly string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end))
}

describe('splitSentences', () => {
  it.each<[Language, readonly string[]]>([
    ['fr', ['Selon M. Sar, la police manque de bras.', 'Mme Dupont le dit aussi.']],
    ['fr', ['Selon M. Sar Sokha, tout va bien.', 'M. Sok et Mme. Rath le confirment.']],
    ['en', ['Dr. Smith met Lt. Gen. Sok Veasna and Maj. Gen. Heng.', 'They talked.']],
    ['en', ['The U.S. Army and the U.K. Treasury were told.', 'It was late.']],
    ['en', ['He lives in the U.S. and works.', 'She lives in the U.S.', 'The police came at 3 p.m.', 'They left.']],
    ['en', ['J. R. R. Tolkien met J.-P. Belmondo.', 'Both smiled.']],
    ['en', ['Rule No. 5 was broken on Feb. 9 by Acme Inc. yesterday.', 'No.', 'It was not.']],
    [
      'fr',
      [
        'Des outils, p. ex. des scripts, des listes, etc. sont saisis.',
        'Puis, les ordinateurs, etc.',
        'La police part.',
      ],
    ],
    ['en', ['It cost 3.5 million, or 48.6 billion won.', 'That is 1,000 more.']],
    ['fr', ['Il hésite…', 'Puis il part.', 'Il dit... rien.']],
    ['fr', ['Le texte dit « [...] Nous partons », sans plus.', 'Voilà.']],
    ['fr', ['« Nous partons. »', 'Il part.', '« Pourquoi ? » demande-t-il.', 'Silence.']],
    ['en', ['“Stop it.”', 'He left.', '“Why?” he asked.', '(She stayed.)', 'Nobody knows.']],
    ['en', ['He said "Stop."', '"We go," she said.', 'They left.']],
    ['fr', ['Nous avons besoin d\'"oreilles" du pays", a-t-il déclaré.', 'Rien de plus.']],
    ['en', ['Prices rose 5%!', 'Really?!', 'Yes.']],
  ])('splits %s text where its sentences end: %j', (language, expected) => {
    expect(sentences(expected.join(' '), language)).toEqual(expected)
  })

  it('ends a sentence at a line break', () => {
    expect(
      sentences('Scope of it\nThe raid targeted:\n- Poipet: 270 people\r\n- Pursat\n\n1. First\n2. Second'),
    ).toEqual(['Scope of it', 'The raid targeted:', '- Poipet: 270 people', '- Pursat', '1. First', '2. Second'])
  })

  it('keeps a hard-wrapped sentence whole', () => {
    const text =
      'The authorities of the whole country have seized,\nthen counted one by one, the computers of the\nPrince Group. All is well.'
    expect(sentences(text)).toEqual([text.slice(0, -13), 'All is well.'])
  })

  it('takes no longer for a very long line than its length asks for', () => {
    // 52 s for 2 MB on one line, before long lines were handed to the segmenter in stretches.
    const text = 'Œuvre de M. Sar, dit-il. « Nous partons. » Il part à 3 h. '.repeat(10_000)
    expect(splitSentences(text, 'fr')).toHaveLength(30_000)
  }, 5000)

  it('has none for blank text', () => {
    expect(sentences('')).toEqual([])
    expect(sentences(' \n\u00a0\t\r\n')).toEqual([])
  })

  it('covers every character but white space, in order, without overlap, trimmed', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'M. ',
        'U.S. ',
        '. ',
        '… ',
        '"',
        '« ',
        ' »',
        ')',
        '(',
        '\n',
        '\r\n',
        ' ',
        '\u00a0',
        ':',
        '? ',
        '3.5',
        '😀',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.lorem({ maxCount: 3 }),
    )
    const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(texts, fc.constantFrom<Language>('en', 'fr'), (text, language) => {
        let position = 0
        for (const { start, end } of splitSentences(text, language)) {
          expect(start).toBeGreaterThanOrEqual(position)
          expect(text.slice(position, start).trim()).toBe('')
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          expect(end).toBeGreaterThan(start)
          position = end
        }
        expect(text.slice(position).trim()).toBe('')
      }),
      { numRuns: 500 },
    )
  })
})
