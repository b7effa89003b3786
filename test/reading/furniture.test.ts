import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBoilerplate } from '../../src/reading/boilerplate.ts'
import { emojiLeadLength, emojiTailLength } from '../../src/reading/emoji.ts'
import { findFurniture } from '../../src/reading/furniture.ts'
import { isCutShort, splitSiteName } from '../../src/reading/titles.ts'

function skipped(text: string): readonly string[] {
  return findFurniture(text).skip.map(({ start, end }) => text.slice(start, end))
}

const PARAGRAPH =
  'The ministry of fisheries said on Monday that it had counted the boats of the whole coast and found them few.'

describe('isBoilerplate', () => {
  it.each([
    ...[
      'Getting your Trinity Audio player ready...',
      'Getting your audio player ready…',
      'Listen to this article · 4 min',
    ],
    ...[
      '5 min read',
      '4 min de lecture',
      'Écouter cet article',
      'Lecteur audio',
      'Temps de lecture : 3 minutes',
      'Loading player...',
    ],
    ...['We use cookies to improve your experience.', 'This website uses cookies.', 'Accept all cookies', 'Accept all'],
    ...['Nous utilisons des cookies pour améliorer votre visite.', 'Tout accepter', 'Gérer mes préférences'],
    ...['En poursuivant votre navigation, vous acceptez les cookies.', 'Continuer sans accepter', 'Cookie Policy'],
    ...['Subscribe', 'Subscribe to our newsletter', 'Sign up for our daily e-mail', 'Already a subscriber? Sign in'],
    ...['Abonnez-vous à notre lettre', 'Déjà abonné ?', 'Cet article est réservé aux abonnés', "S'abonner"],
    ...[
      'Share',
      'Share this article',
      'Share on Facebook',
      'Facebook | Twitter | WhatsApp',
      'Partager',
      'Partager sur Facebook',
    ],
    ...['Read also: Fishermen go on strike', 'Lire aussi : La grève des pêcheurs', 'À lire aussi', 'Related articles'],
    ...[
      'À LIRE AUSSI La grève des pêcheurs continue',
      'Sur le même sujet',
      'READ MORE: The strike',
      '🎧 Listen to this article',
    ],
    ...['Advertisement', 'Publicité', 'La suite après cette publicité', 'Follow us on Telegram', 'Suivez-nous sur X'],
    ...['© 2026 The Post. All rights reserved.', 'Leave a comment', '12 commentaires', 'Skip to content'],
  ])('takes "%s" for furniture of the page', (line) => {
    expect(isBoilerplate(line)).toBe(true)
  })

  it.each([
    'We use cookies to track people without asking, said the head of the firm, according to the court that fined it 3 million euros after a complaint of two associations that had waited for eleven years to be heard, and were not pleased by it.',
    'This website uses cookies without consent, the court found.',
    'Cookies are regulated by the directive of 2002.',
    'Nous utilisons des drones, a dit le général.',
    'Subscribers of the newspaper protested in front of its offices.',
    'Sign up sheets were found by the police in the compound.',
    'Share prices fell by 5 percent.',
    'Listen to this, he told the crowd, and then go home.',
    'Related parties bought the land for 3 million dollars.',
    'Partager le pouvoir ne suffit plus, estime le ministre.',
    'Facebook and Telegram were used to recruit the victims.',
    'Telegram',
    'Publicité mensongère : la société condamnée',
    '“Subscribe to our newsletter”, the sign said.',
    'Il faut lire aussi les annexes du rapport.',
    'En utilisant les cookies volés, le gang est entré.',
    'By using cookies of others, the gang entered the bank.',
  ])('leaves "%s" in the article', (line) => {
    expect(isBoilerplate(line)).toBe(false)
  })
})

describe('emoji at the ends of a line', () => {
  it.each([
    ['🔍 Scope', 3],
    ['⚠️ Human rights', 3],
    ['👨‍👩‍👧‍👦 Families', 12],
    ['🇫🇷 France', 5],
    ['1️⃣ First', 4],
    ['đź§ Government', 4],
    ['đź§\u00a0 Government', 5],
    ['ðŸ”\u008d Scope', 5],
    ['âš\u00a0ï¸\u008f Rights', 7],
    ['\uFFFD\uFFFD Rights', 3],
    ['Étrangers', 0],
    ['âge légal', 0],
    ['đường phố', 0],
    ['ðe letter', 0],
    ['2025 was a year', 0],
    ['#1 in the world', 0],
    ['“Quote', 0],
    ['', 0],
  ])('finds in "%s" %i units before the words', (line, length) => {
    expect(emojiLeadLength(line)).toBe(length)
  })

  it.each([
    ['Scope 🔍', 2],
    ['It is over. 🙏🙏 ', 5],
    ['Scope đź”Ť', 4],
    ['The end.', 0],
    ['Étrangers à Ňe', 0],
    ['5 °', 0],
  ])('finds behind the words of "%s" %i units', (line, length) => {
    expect(emojiTailLength(line)).toBe(length)
  })
})

describe('splitSiteName', () => {
  it.each([
    ['Boats are few | RSS.com', 'Boats are few', 'RSS.com'],
    ['Les bateaux manquent | Monde | Le Quotidien', 'Les bateaux manquent', 'Le Quotidien'],
    ['Boats are few - The Coast Times', 'Boats are few', 'The Coast Times'],
    ['Les bateaux manquent - Le Courrier du Port', 'Les bateaux manquent', 'Le Courrier du Port'],
    ['Boats – and men – are few – coast.example.org', 'Boats – and men – are few', 'coast.example.org'],
  ])('takes "%s" apart', (line, title, site) => {
    expect(splitSiteName(line)).toEqual({ title, site })
  })

  it.each([
    'M. Sok - président du comité - a déclaré que les bateaux manquaient.',
    'Coast - the boats are few',
    'North - South talks: who wins',
    'Boats are few',
    '| RSS.com',
  ])('leaves "%s" whole', (line) => {
    expect(splitSiteName(line)).toBeUndefined()
  })
})

describe('isCutShort', () => {
  it.each([
    ['Ministry Targets Foreign Boats: 15,000 Ex', 'It expelled 15,000 boats.', true],
    ['The boats of the', '', true],
    ['Ministry counts…', 'boats', true],
    ['Ministry counts boats', 'The boats were counted.', false],
    ['Ministry counts boat', 'The boats were counted.', false],
    ['Boats leave the EU', 'They left.', false],
    ['Boats in 2026', 'They left.', false],
  ])('of "%s" is judged by its last word', (title, body, expected) => {
    expect(isCutShort(title, body)).toBe(expected)
  })
})

describe('findFurniture', () => {
  it('skips player lines and lone punctuation, not the words', () => {
    expect(skipped(`Getting your Sound Audio player ready...\n|\n${PARAGRAPH}\n* * *\n${PARAGRAPH}\n`)).toEqual([
      'Getting your Sound Audio player ready...',
      '|',
      '* * *',
    ])
  })

  it('skips a first line with a site name, and offers its title when it is whole', () => {
    expect(findFurniture(`Boats are few, says ministry | Boat.com\n${PARAGRAPH}`)).toEqual({
      skip: [{ start: 0, end: 39 }],
      title: 'Boats are few, says ministry',
    })
    expect(findFurniture(`Ministry finds the boats of the coa | Boat.com\n${PARAGRAPH}`)).toEqual({
      skip: [{ start: 0, end: 46 }],
    })
  })

  it('offers a headline of the first line, which stays in the article', () => {
    expect(findFurniture(`# Boats of the coast are few\n\n${PARAGRAPH}`)).toEqual({
      skip: [{ start: 0, end: 2 }],
      title: 'Boats of the coast are few',
    })
    expect(findFurniture(`${PARAGRAPH}\n${PARAGRAPH}`)).toEqual({ skip: [] })
    expect(findFurniture(`By John Smith of the Coast\n${PARAGRAPH}`).title).toBeUndefined()
  })

  it('skips mis-decoded emoji and leaves the words of the heading', () => {
    expect(skipped(`${PARAGRAPH}\nđź§ Ministry Justification\n- 🔍 Boats\n## ⚠️ Rights\n${PARAGRAPH}`)).toEqual([
      'đź§ ',
      '🔍 ',
      '## ⚠️ ',
    ])
  })

  it('never ends within a surrogate pair or a word, in order and without overlap', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '|',
        '🔍 Scope',
        'đź§ X y',
        'Share',
        'A | B.com',
        '# H',
        '',
        'đ',
        'ðŸ',
        '\uD83D',
        '👍👍',
        PARAGRAPH,
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n')
        let position = -1
        for (const { start, end } of findFurniture(text).skip) {
          expect(start).toBeGreaterThan(position)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          for (const edge of [start, end])
            expect(/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(edge - 1, edge + 1))).toBe(false)
          position = end
        }
      }),
      { numRuns: 500 },
    )
  })
})
