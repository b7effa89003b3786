import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveFollowUp } from '../../src/conversation/resolve-follow-up.ts'

const asked = (question: string, answer = '') => [{ question, answer }]

describe('a follow-up question without a model', () => {
  it.each([
    ['And in 2025?', 'How many foreigners were expelled in 2024?', 'How many foreigners were expelled in 2025?'],
    ['and in Thailand', 'How many compounds were raided in Cambodia?', 'How many compounds were raided in Thailand?'],
    ['In March?', 'How many trains were cancelled?', 'How many trains were cancelled In March?'],
    ['What about Vietnam?', 'How many dams were built in Laos?', 'How many dams were built in Vietnam?'],
    ['And women?', 'How many foreigners were expelled?', 'How many foreigners were expelled, and women?'],
    ['How many?', 'Who was arrested in Lisbon?', 'How many: arrested in Lisbon?'],
    ['when?', 'Who searched the harbour office?', 'when: searched the harbour office?'],
    ['And why?', 'How many trains were cancelled?', 'why: trains were cancelled?'],
    ['What about Anton Weiss?', 'Who is Helen Marsh?', 'Who is Anton Weiss?'],
    [
      'Where were they arrested?',
      'How many smugglers were caught?',
      'Where were they arrested: smugglers were caught?',
    ],
  ])('makes "%s" after "%s" whole', (question, last, whole) => {
    expect(resolveFollowUp(question, asked(last))).toBe(whole)
  })

  it.each([
    [
      'Et en 2025 ?',
      'Combien d’étrangers ont été expulsés en 2024 ?',
      'Combien d’étrangers ont été expulsés en 2025 ?',
    ],
    [
      'et en Thaïlande ?',
      'Combien de camps ont été fouillés au Cambodge ?',
      'Combien de camps ont été fouillés en Thaïlande ?',
    ],
    [
      'et les femmes ?',
      'Combien d’étrangers ont quitté le pays ?',
      'Combien d’étrangers ont quitté le pays, et les femmes ?',
    ],
    ['combien ?', 'Qui a été arrêté à Lisbonne ?', 'combien: été arrêté à Lisbonne ?'],
    ['Depuis quand ?', 'Combien de trains sont annulés ?', 'Depuis quand: trains sont annulés ?'],
    ['Et Anton Weiss ?', 'Qui est Helen Marsh ?', 'Qui est Anton Weiss ?'],
    ['Qu’en est-il des enfants ?', 'Combien de femmes sont mortes ?', 'Combien de femmes sont mortes, et enfants ?'],
  ])('makes « %s » after « %s » whole', (question, last, whole) => {
    expect(resolveFollowUp(question, asked(last))).toBe(whole)
  })

  it.each([
    ['Who is he?', 'Who runs the harbour?', 'The harbour is run by Anton Weiss.', 'Who is Anton Weiss?'],
    [
      'And who is she?',
      'Who searched the store?',
      'It was searched, said prosecutor Helen Marsh.',
      'who is Helen Marsh?',
    ],
    ['How old is she?', 'Where does Helen Marsh work?', 'In Port Lorne.', 'How old is Helen Marsh?'],
    ['What is his salary?', 'Who is Anton Weiss?', 'The mayor.', 'What is Anton Weiss’s salary?'],
    ['Who arrested him?', 'Where is Anton Weiss?', 'In prison.', 'Who arrested Anton Weiss?'],
    ['Qui est-il ?', 'Qui dirige le port ?', 'Le port est dirigé par Anton Weiss.', 'Qui est Anton Weiss ?'],
    ['Quel âge a-t-elle ?', 'Où travaille Helen Marsh ?', '', 'Quel âge Helen Marsh a-t-elle ?'],
    ['Qu’a-t-il dit ?', 'Qui est Anton Weiss ?', '', 'que Anton Weiss a-t-il dit ?'],
    ['Quand a-t-elle été nommée ?', 'Qui est Helen Marsh ?', '', 'Quand Helen Marsh a-t-elle été nommée ?'],
    ['Quel est son salaire ?', 'Qui est Helen Marsh ?', '', 'Quel est son salaire (Helen Marsh) ?'],
  ])('knows whom "%s" after "%s" asks for', (question, last, answer, whole) => {
    expect(resolveFollowUp(question, asked(last, answer))).toBe(whole)
  })

  it.each([
    'How many foreigners were expelled in 2025?',
    'Who is Helen Marsh?',
    'And how many people were arrested in the port of Lisbon?',
    'In 2025, how many people were expelled?',
    'Did the minister say he would resign?',
    'Is there a curfew in Lisbon?',
    'What did the police find in the cold store?',
    'GMB number of customers',
    'Combien de personnes ont-elles été arrêtées ?',
    'Où la police a-t-elle trouvé l’argent ?',
    'Le maire est-il en prison ?',
    'Y a-t-il eu des morts pendant les inondations ?',
    'Hun Manet est-il venu ?',
    'À quelle date le pont a-t-il été construit ?',
    'Et combien de personnes ont été arrêtées dans le port de Lisbonne ?',
    'thanks',
    'Merci !',
    'Bonjour',
  ])('leaves "%s" alone', (question) => {
    expect(resolveFollowUp(question, asked('Who is Anton Weiss?', 'Anton Weiss is the mayor.'))).toBe(question)
  })

  it.each([
    ['Do the sources disagree?', 'Do the sources disagree: How many trains were cancelled?'],
    ['Les sources se contredisent-elles ?', 'Les sources se contredisent-elles: How many trains were cancelled?'],
    ['Do the sources disagree on the weather?', 'Do the sources disagree on the weather?'],
  ])('asks "%s" of the whole question before', (question, whole) => {
    expect(resolveFollowUp(question, asked('How many trains were cancelled?'))).toBe(whole)
    const previous = [...asked('How many trains were cancelled?'), ...asked('Do the sources disagree?')]
    expect(resolveFollowUp(question, previous)).toBe(whole)
  })

  it('goes on from what was asked, past the question whether the sources disagree', () => {
    const previous = [...asked('How many trains were cancelled in Laos?'), ...asked('Do the sources disagree?')]
    expect(resolveFollowUp('And in Vietnam?', previous)).toBe('How many trains were cancelled in Vietnam?')
  })

  it('carries a topic through several follow-ups and past a word of thanks', () => {
    const previous = [
      { question: 'How many foreigners were expelled in 2023?', answer: '740.' },
      { question: 'And in 2024?', answer: '13,000.' },
      { question: 'thanks', answer: '' },
    ]
    expect(resolveFollowUp('And in 2025?', previous)).toBe('How many foreigners were expelled in 2025?')
  })

  it('has nothing to carry over at the beginning of a conversation', () => {
    expect(resolveFollowUp('And in 2025?', [])).toBe('And in 2025?')
  })

  it('gives a question of at most 2,000 characters for any input, and the question itself without a conversation', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 2_000 }), (question, last) => {
        expect(resolveFollowUp(question, [])).toBe(question)
        expect(resolveFollowUp(question, asked(last, last)).length).toBeLessThanOrEqual(2_000)
      }),
      { numRuns: 60 },
    )
  })
})
