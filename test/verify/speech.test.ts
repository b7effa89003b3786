import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuotedSpans } from '../../src/speech/quoted-spans.ts'
import { splitSentences } from '../../src/text/sentences.ts'
import type { Language } from '../../src/types.ts'
import { createSpeechReader } from '../../src/verify/speech/who-says.ts'

function readAll(text: string, language: Language) {
  let paragraph = 0
  const ranges = splitSentences(text, language)
  const sentences = ranges.map(({ start, end }, at) => {
    if (text.slice(ranges[at - 1]?.end ?? start, start).includes('\n')) paragraph += 1
    return { text: text.slice(start, end), language, paragraph }
  })
  const read = createSpeechReader(sentences)
  return sentences.map(({ text: sentence }, at) => ({ sentence, speech: read(at) }))
}

function speakerOf(text: string, part: string, language: Language) {
  const { speech } = readAll(text, language).find(({ sentence }) => sentence.includes(part)) ?? {}
  return speech && [speech.speaker, speech.by]
}

describe('who says a sentence', () => {
  // A regression: "a-t-il" was given to the ministry of three sentences before, not to the man of the last one.
  it('takes a pronoun for the person that the sentence before is about, not for a ministry', () => {
    const text = `Selon le ministère de la Pêche, dix navires ont coulé. Face à la tempête, la préfecture a fermé le port. M. Paul Dubreuil a demandé aux équipages de rester à quai.
Si un navire part sans balise, il ne devrait pas revenir", a-t-il souligné.`
    expect(speakerOf(text, 'Si un navire', 'fr')).toEqual(['M. Paul Dubreuil', 'before'])
  })

  it.each<[string, string, string | undefined, Language]>([
    ['Mme Aline Morel a pris la parole. « La digue tiendra », a-t-il dit.', 'La digue', undefined, 'fr'],
    ['M. Paul Dubreuil a pris la parole. « La digue tiendra », a-t-il dit.', 'La digue', 'M. Paul Dubreuil', 'fr'],
    ['The ministry said 40 were ill. “We are tired,” he said.', 'We are', undefined, 'en'],
    ['Tom Brand closed the gate. “We are tired,” he said.', 'We are', 'Tom Brand', 'en'],
    ['The union, the mayor said, is wrong. It said so: the bank said it was late.', 'It said so', 'the bank', 'en'],
    ['Ana Lopes, who said that the port was lost, has left.', 'the port', 'Ana Lopes', 'en'],
  ])('%s', (text, part, speaker, language) => {
    expect(speakerOf(text, part, language)?.[0]).toBe(speaker)
  })

  it('gives all sentences of a quotation to whom its end names, its opening mark written or not', () => {
    for (const mark of ['"', '']) {
      const text = `Selon Mme Aline Morel, la digue est vieille.\n${mark}Nous dormons mal. Nous voulons des "yeux et des oreilles" partout", a-t-elle déclaré.`
      expect(speakerOf(text, 'Nous dormons mal', 'fr')).toEqual(['Mme Aline Morel', 'before'])
    }
    const english = '“We closed the gate. We lost the key. We went home,” said Tom Brand.'
    expect(speakerOf(english, 'We lost', 'en')?.[0]).toBe('Tom Brand')
  })

  it('gives a quotation to whom the line before introduces', () => {
    const text = 'The union’s secretary Eva Roth stated:\n“They were left on the quay. Nobody came.”'
    expect(speakerOf(text, 'They were left', 'en')?.[0]).toBe('The union’s secretary Eva Roth')
    expect(speakerOf(text, 'Nobody came', 'en')?.[0]).toBe('The union’s secretary Eva Roth')
  })

  it('does not take for the speaker who is named within the quotation', () => {
    const text = '“Tom Brand said that the gate was open,” said Ana Lopes.'
    expect(speakerOf(text, 'the gate', 'en')?.[0]).toBe('Ana Lopes')
  })

  it('finds who is meant by "the report" and "the minister", where one alone can be', () => {
    const text = `A recent Red Harbour Foundation report criticised the port.
The Minister of Fisheries, Ana Lopes, visited it.
The report identified 50 leaking boats. According to the minister, the sea is clean.`
    expect(speakerOf(text, 'identified', 'en')).toEqual(['A recent Red Harbour Foundation report', 'before'])
    expect(speakerOf(text, 'the sea is clean', 'en')).toEqual(['The Minister of Fisheries, Ana Lopes', 'before'])
    const two = `${text.replace('visited it.', 'visited it with the Minister of Health, Tom Brand.')}`
    expect(speakerOf(two, 'the sea is clean', 'en')).toEqual(['the minister', 'own'])
  })

  it('tells what adds to somebody’s words from what only follows them', () => {
    const said = 'Tom Brand noted that 200 boats were lost last year.'
    expect(speakerOf(`${said} This year, 150 more have sunk.`, '150', 'en')).toEqual(['Tom Brand', 'continued'])
    expect(speakerOf(`${said} The sea is not a dump for old boats.`, 'dump', 'en')).toEqual(['Tom Brand', 'continued'])
    expect(speakerOf(`${said} The bridge was built in 1932.`, 'bridge', 'en')).toEqual(['Tom Brand', 'around'])
    expect(speakerOf(`${said} Ana Lopes closed the gate.`, 'gate', 'en')).toBeUndefined()
    expect(speakerOf(`${said}\nThe sea is not a dump for old boats.`, 'dump', 'en')).toBeUndefined()
  })

  it('takes neither what is not said nor half of an office for a speaker', () => {
    expect(speakerOf('Crews often do not declare what they carry.', 'Crews', 'en')).toBeUndefined()
    const text = 'Deputy Head of the Port Committee for Safety, Eva Roth, has stated that the quay is old.'
    expect(speakerOf(text, 'quay', 'en')?.[0]).toContain('Eva Roth')
    expect(speakerOf('Selon son directeur, Paul Dubreuil, le port est sûr.', 'sûr', 'fr')?.[0]).toBe(
      'son directeur, Paul Dubreuil',
    )
  })

  it('names slices of the sentences, and never throws, whatever they hold', () => {
    const piece = fc.constantFrom(
      ...'he said. | a-t-il dit | Ana Lopes | “ | ” | " | « | » | The report found | selon | , | who said | \n | : | the minister | Ils | A. | m.'.split(
        ' | ',
      ),
      'le ministre',
      'M. Paul Dubreuil',
      'œuvre ½ ﬁ',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('en' as const, 'fr' as const),
        (pieces, language) => {
          const all = readAll(pieces.join(' '), language)
          for (const { speech } of all) {
            if (speech === undefined) continue
            const { sentence, range, speaker } = speech
            expect(all[sentence]?.sentence.slice(range.start, range.end)).toBe(speaker)
            expect(speaker.trim()).not.toBe('')
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('finds quotations in order and apart from each other, also with a mark missing', () => {
    expect(findQuotedSpans('a "b" c').map(({ start, end }) => [start, end])).toEqual([[2, 5]])
    expect(findQuotedSpans('a. b "c" d", e')).toEqual([{ start: 0, end: 11, missing: 'opening' }])
    expect(findQuotedSpans('a “b c')).toEqual([{ start: 2, end: 6, missing: 'closing' }])
    fc.assert(
      fc.property(fc.array(fc.constantFrom('“', '”', '"', '«', '»', 'word', ' ', '. '), { maxLength: 30 }), (list) => {
        const text = list.join('')
        let last = 0
        for (const { start, end } of findQuotedSpans(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
    )
  })
})
