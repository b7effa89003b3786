import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createVerifyCorpus, type VerifyCorpus } from '../../src/verify/search/corpus.ts'
import type { Verdict } from '../../src/verify/types.ts'
import { describeVerification } from '../../src/verify/verification-texts.ts'
import { verifyText } from '../../src/verify/verify-text.ts'
import { makeVerifiable } from './corpora.ts'

const english = `Norland has since closed two bridges and cut water supplies to Ashport, citing efforts to stop the smugglers. Sudland has condemned these measures as unfair.
The mayor says the port lost 21,000 tons, among them 65 of tea and 8 of silk.
The inquiry looked at suspected smuggling dens in:
- Ashport: 270 crates
“They were left on the quay with the apparent consent of the port authority,” said Eva Roth.`
const french = `La police a saisi 36 476 téléphones et 1 200 ordinateurs dans le port de Lormont. Un taux de 48,6 % a été relevé.`

describe('what people paste', () => {
  let corpus: VerifyCorpus
  beforeAll(() => {
    corpus = createVerifyCorpus([makeVerifiable(english, 'en', 'bridges'), makeVerifiable(french, 'fr', 'lormont')])
  })
  const check = (text: string) => verifyText(text, corpus)

  it.each<[string, Verdict]>([
    // A regression: the first part is a word or two of another sentence.
    ['Sudland […] cut water supplies to Ashport', 'stitched'],
    ['The mayor […] has condemned these measures as unfair', 'stitched'],
    ['Norland […] cut water supplies to Ashport', 'altered'],
    ['left on the quay with the […] consent of the port authority', 'altered'],
    ['Norland has since closed two bridges […] citing efforts to stop the smugglers', 'verbatim'],
    ['Norland has since closed two bridges […] Sudland has condemned these measures as unfair', 'verbatim'],
    ['Norland has since closed two bridges […] condemned these measures as unfair', 'stitched'],
    ['They were left on the quay […] said Eva Roth', 'altered'],
  ])('lets an ellipsis leave out only what changes nothing: %j is %s', (text, verdict) => {
    expect(check(text).verdict).toBe(verdict)
  })

  it('shows what an ellipsis hides', () => {
    const { matches } = check('left on the quay with the (...) consent of the port authority')
    expect(matches.flatMap(({ differences }) => differences)).toMatchObject([{ kind: 'missing', original: 'apparent' }])
  })

  it.each(['1. ', '2) ', '- ', '• ', '– ', '10. « '])('takes %j before a quote for a list', (mark) => {
    expect(check(`${mark}Sudland has condemned these measures as unfair.`).verdict).toBe('verbatim')
    expect(check(`${mark}Norland has condemned these measures as unfair.`).verdict).not.toBe('verbatim')
  })

  it('checks lines one by one that are each a whole quotation, and says so', () => {
    const lines = ['Sudland has condemned these measures as unfair.', 'Un taux de 48,6 % a été relevé.']
    const found = check(lines.map((line) => `- ${line}`).join('\n'))
    expect(found).toMatchObject({ verdict: 'verbatim', notes: ['several'] })
    expect(found.matches.map(({ article }) => article.id)).toEqual(['bridges', 'lormont'])
    expect(check(lines.join('\n')).verdict).toBe('verbatim')
    expect(check(lines.join(' ')).verdict).toBe('stitched')
    expect(check('- condemned these measures as unfair\n- Un taux de 48,6 % a été relevé.').verdict).toBe('stitched')
    expect(check(`${lines.join('\n')}\nThe moon is made of cheese.`).verdict).not.toBe('verbatim')
  })

  // A regression: a few words behind a dash or in brackets were taken for a source, whatever they said.
  it.each([
    'Sudland has condemned these measures as unfair. - Nobody believed a word of it.',
    'Sudland has condemned these measures as unfair (but later took that back)',
    'Sudland has condemned these measures as unfair — which they were',
  ])('takes no sentence for a source: %j', (text) => {
    expect(check(text).verdict).not.toBe('verbatim')
  })

  it('shows the true sentence among others that stand nowhere', () => {
    const found = check('The weather was fine in the hills. Sudland has condemned these measures as unfair.')
    expect(found).toMatchObject({ verdict: 'altered', notes: ['partly'] })
    expect(found.matches[0]?.quote).toBe('Sudland has condemned these measures as unfair')
    expect(found.matches[0]?.differences).toMatchObject([{ kind: 'added', given: 'The weather was fine in the hills' }])
  })

  it('says that only capitals differ, and which words where others do', () => {
    const shouted = check('SUDLAND HAS CONDEMNED THESE MEASURES AS UNFAIR')
    expect(shouted).toMatchObject({ verdict: 'altered', notes: ['case-only'] })
    expect(describeVerification(shouted, 'en').notes).toEqual(['Only capital and small letters differ.'])
    const other = check('SUDLAND HAS WELCOMED THESE MEASURES AS UNFAIR').matches[0]?.differences
    expect(other).toMatchObject([{ given: 'WELCOMED', original: 'condemned' }])
  })

  it('says that words in brackets are the quoter’s', () => {
    expect(check('[Norland] has since closed two bridges and cut water supplies').notes).toContain('brackets')
  })

  it.each<[string, Verdict]>([
    ['the port lost 21 000 tons', 'verbatim'],
    ['the port lost 21\u202f000 tons', 'verbatim'],
    ['the port lost 21000 tons', 'verbatim'],
    ['the port lost 21.000 tons', 'altered'],
    ['the port lost 21,00 tons', 'altered'],
    ['the port lost 2,1000 tons', 'altered'],
    ['La police a saisi 36476 téléphones', 'verbatim'],
    ['La police a saisi 36,476 téléphones', 'altered'],
    ['La police a saisi 36.476 téléphones', 'altered'],
    ['Un taux de 48.6 % a été relevé', 'altered'],
    ['Un taux de 486 % a été relevé', 'altered'],
  ])('takes the grouping of digits for typography, a decimal mark not: %j is %s', (text, verdict) => {
    expect(check(text).verdict).toBe(verdict)
  })

  it('never takes one figure for another, however it is grouped', () => {
    const group = (digits: string, mark: string) => digits.replace(/\B(?=(?:\d{3})+$)/g, mark)
    const marks = fc.constantFrom(',', ' ', '\u00a0', '\u202f', '')
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 99_999_999 }),
        marks,
        fc.integer({ min: 1000 }),
        marks,
        (one, left, other, right) => {
          const text = `The port of Velmar lost ${group(String(one), left)} tons of grain in the storm.`
          const small = createVerifyCorpus([makeVerifiable(text, 'en', 'figure')])
          const verdict = (value: number) =>
            verifyText(`Velmar lost ${group(String(value), right)} tons of grain in the storm`, small).verdict
          expect(verdict(one)).toBe('verbatim')
          if (other !== one) expect(verdict(other)).not.toBe('verbatim')
        },
      ),
      { numRuns: 60 },
    )
  })

  it('shows short figures that change places, and takes no translation for an altered quote', () => {
    const swapped = check('among them 8 of tea and 65 of silk')
    expect(swapped.verdict).toBe('altered')
    expect(check('The police seized 36,476 phones and 1,200 computers in the port')).toMatchObject({
      verdict: 'not-found',
      notes: ['figures-only'],
    })
  })

  it('says that a quote begins right behind a hedge, also across a list', () => {
    expect(check('smuggling dens in:').matches[0]?.cutOff).toEqual(['suspected'])
    expect(check('smuggling dens in:\n- Ashport: 270 crates').matches[0]?.cutOff).toContain('suspected')
  })
})
