import { beforeAll, describe, expect, it } from 'vitest'
import { createVerifyCorpus, type VerifyCorpus } from '../../src/verify/search/corpus.ts'
import { describeVerification } from '../../src/verify/verification-texts.ts'
import { verifyText } from '../../src/verify/verify-text.ts'
import { makeVerifiable } from './corpora.ts'

const english = `According to the United Harbours, ferries carry 40 million people in the region every year.
Tom Brand, head of the Port Safety Institute, visited the quay on Monday.
“Crews sleep on the deck for weeks. They have no water. Nobody pays them,” said Tom Brand.
The Minister of Fisheries, Ana Lopes, has confirmed that 300 boats were lost.
According to the minister, fishing has changed a lot in recent years. The harbour is not a refuge for smugglers.
Deputy Head of the Committee for Ships, Eva Roth, has stated that watching the coast is hard because it is long.`
const french = `Selon le ministère de la Pêche, plus de 100 équipages ont disparu. Le Premier ministre Paul Dubreuil a demandé au préfet de contrôler les navires venus du large.
Si un navire part sans balise, il ne devrait pas revenir", a-t-il souligné, estimant que la mer est trop froide.`

describe('whom a pasted quote is said to be from', () => {
  let corpus: VerifyCorpus
  beforeAll(() => {
    corpus = createVerifyCorpus([makeVerifiable(english, 'en', 'quay'), makeVerifiable(french, 'fr', 'mer')])
  })
  const check = (text: string) => verifyText(text, corpus)

  it.each([
    ['Paul Dubreuil a souligné : « Si un navire part sans balise, il ne devrait pas revenir »'],
    ['Tom Brand: “Crews sleep on the deck for weeks.”'],
    ['« Si un navire part sans balise, il ne devrait pas revenir », a déclaré Paul Dubreuil.'],
    ['“Nobody pays them” — Tom Brand'],
    ['“Nobody pays them,” said Brand.'],
    ['“They have no water,” said Mr. Brand'],
    ['According to the Port Safety Institute, “Crews sleep on the deck for weeks. They have no water.”'],
    ['UH: “ferries carry 40 million people in the region”'],
    ['The United Harbours: “ferries carry 40 million people in the region”'],
    ['Eva Roth: “watching the coast is hard because it is long”'],
    ['Ana Lopes: “The harbour is not a refuge for smugglers.”'],
    ['Ana Lopes said that the harbour is not a refuge for smugglers.'],
    ['According to Ana Lopes, the harbour is not a refuge for smugglers.'],
    ['BREAKING 🚨 “The harbour is not a refuge for smugglers.”'],
    ['URGENT : “The harbour is not a refuge for smugglers.”'],
    ['“The harbour is not a refuge for smugglers.” (source: Port.com)'],
    ['“The harbour is not a refuge for smugglers.” — Le Monde'],
    ['Est-ce que « The harbour is not a refuge for smugglers » est vrai ?'],
  ])('says nothing against %j', (text) => {
    const { verdict, notes } = check(text)
    expect([verdict, notes]).toEqual(['verbatim', []])
  })

  it.each([
    ['Ana Lopes: “Crews sleep on the deck for weeks.”', 'Tom Brand'],
    ['Eva Roth a déclaré : « They have no water. »', 'Tom Brand'],
    ['Tom Brand: “watching the coast is hard because it is long”', 'Eva Roth'],
    ['Eva Roth: “The harbour is not a refuge for smugglers.”', 'Ana Lopes'],
    ['Eva Roth said that the harbour is not a refuge for smugglers.', 'Ana Lopes'],
    ['“The harbour is not a refuge for smugglers” — Tom Brand', 'Ana Lopes'],
    ['Ana Lopes a dit : « Si un navire part sans balise, il ne devrait pas revenir »', 'Paul Dubreuil'],
    ['Tom Brand: “ferries carry 40 million people in the region”', 'the United Harbours'],
  ])('names the real speaker for %j', (text, real) => {
    const { verdict, notes, speakers } = check(text)
    expect(verdict).toBe('verbatim')
    expect(notes.some((note) => note === 'other-speaker' || note === 'speaker')).toBe(true)
    expect(speakers?.real).toContain(real)
  })

  it('says that words only follow what somebody says, where no word gives them to anybody', () => {
    const found = check('Eva Roth: “The harbour is not a refuge for smugglers.”')
    expect(found.speakers?.follows).toBe(true)
    expect(describeVerification(found, 'en').heading).toMatch(/there they follow what .*Ana Lopes says/)
  })

  it('writes French as the French do', () => {
    const found = check('Ana Lopes : « plus de 100 équipages ont disparu »')
    expect(describeVerification(found, 'fr').heading).toContain('attribue au ministère de la Pêche')
  })

  it('does not miss "according to" where a speaker is named, and shows what else is left out', () => {
    expect(check('Selon le ministère de la Pêche : plus de 100 équipages ont disparu').notes).toEqual([])
    expect(check('plus de 100 équipages ont disparu').notes).toEqual(['cut-off'])
    expect(check('contrôler les navires venus du large').matches[0]?.cutOff.join()).toContain('demandé')
  })

  it.each(['“Nobody pays them,” said Eva Roth.', '“Nobody pays them,” claimed Tom Brand.'])(
    'does not let pass an attribution of the article with other words: %j',
    (text) => {
      const { verdict, notes } = check(text)
      expect(verdict !== 'verbatim' || notes.length > 0).toBe(true)
    },
  )

  // A regression: an altered accent in the words before a colon was set aside with them.
  it('holds the article’s own words before a colon to the letter', () => {
    const text = 'Le comptable Paul Dubreuil a expliqué la méthode : les billets étaient vendus deux fois la nuit.'
    const small = createVerifyCorpus([makeVerifiable(`${text} ${french}`, 'fr', 'billets')])
    expect(verifyText(text, small).verdict).toBe('verbatim')
    for (const altered of [text.replace('méthode', 'methode'), text.replace('expliqué', 'expliquè')])
      expect(verifyText(altered, small).verdict).toBe('altered')
  })

  it('calls a speaker altered within the article’s own sentence', () => {
    for (const text of [
      'According to the mayor, fishing has changed a lot in recent years.',
      'Selon le ministère de la Santé, plus de 100 équipages ont disparu.',
      'Tom Brand said that watching the coast is hard because it is long',
    ])
      expect(check(text).verdict, text).toBe('altered')
  })
})
