import type { CitedSentence } from './types.ts'

export const french: readonly CitedSentence[] = [
  {
    cited: 'La coopérative Hautval a vendu 18 000 fromages en avril, et elle a acheté trois camions.',
    truths: [
      'La coopérative Hautval a vendu 18 000 fromages en avril.',
      'La coopérative Hautval a vendu 18 000 fromages en avril, et elle a acheté 3 camions.',
      'Selon l’article, la coopérative Hautval a vendu 18 000 fromages en avril.',
      'En avril, Hautval a vendu 18 000 fromages.',
    ],
    falsehoods: [
      'La coopérative Hautval a acheté 18 000 fromages en avril.',
      'La coopérative Hautval a vendu trois fromages en avril, et elle a acheté 18 000 camions.',
      'La coopérative Hautval a vendu 18 000 fromages en mai.',
      'La coopérative Hautval n’a pas vendu 18 000 fromages en avril.',
      'La coopérative Hautval a vendu plus de 18 000 fromages en avril.',
      'La coopérative Hautval a vendu 18 000 moutons en avril.',
    ],
  },
  {
    cited: '« Nous ne fermerons aucune classe », a déclaré la rectrice Odile Brun.',
    truths: [
      'La rectrice Odile Brun a déclaré « nous ne fermerons aucune classe ».',
      '« Nous ne fermerons aucune classe », a déclaré la rectrice Odile Brun.',
    ],
    falsehoods: [
      'La rectrice Odile Brun a déclaré « nous fermerons une classe ».',
      'La rectrice Odile Brun a déclaré « nous n’ouvrirons aucune classe ».',
      'La ministre Odile Brun a déclaré « nous ne fermerons aucune classe ».',
      'Nous ne fermerons aucune classe.',
      'The rector Odile Brun said "we will not open any class".',
    ],
  },
  {
    cited: 'Selon le préfet, le pont rouvrirait en juin si les experts donnent leur accord.',
    truths: [
      'Le pont rouvrirait en juin si les experts donnent leur accord, selon le préfet.',
      'Selon le préfet, le pont rouvrirait en juin si les experts donnent leur accord.',
    ],
    falsehoods: [
      'Le pont rouvrira en juin.',
      'Selon le préfet, le pont rouvrirait en juin.',
      'Selon le préfet, le pont rouvrira en juin si les experts donnent leur accord.',
      'Selon les experts, le pont rouvrirait en juin si le préfet donne son accord.',
      'Selon le préfet, le pont fermerait en juin si les experts donnent leur accord.',
      'Selon le préfet, le pont rouvrirait en juin même si les experts refusent leur accord.',
      'According to the prefect, the bridge will reopen in June if the experts agree.',
    ],
  },
  {
    cited: 'Seuls quatre des onze maires soutiennent le projet de Jean Morvan.',
    truths: [
      'Seuls quatre des onze maires soutiennent le projet de Jean Morvan.',
      'Seuls 4 des 11 maires soutiennent le projet de Jean Morvan.',
    ],
    falsehoods: [
      'Quatre des onze maires soutiennent le projet de Jean Morvan.',
      'Seuls quatre des onze maires refusent le projet de Jean Morvan.',
      'Seuls onze des quatre maires soutiennent le projet de Jean Morvan.',
      'Jean Morvan soutient le projet de quatre des onze maires.',
      'Seuls quatre des onze maires soutiennent la famille de Jean Morvan.',
      'Au moins quatre des onze maires soutiennent le projet de Jean Morvan.',
    ],
  },
  {
    cited: 'Le loyer moyen est passé de 640 à 710 euros en deux ans.',
    truths: [
      'Le loyer moyen est passé de 640 à 710 euros en deux ans.',
      'Le loyer moyen est passé de 640 à 710 euros en 2 ans.',
    ],
    falsehoods: [
      'Le loyer moyen est passé de 710 à 640 euros en deux ans.',
      'Le loyer moyen est passé de 640 à 710 dollars en deux ans.',
      'Le loyer maximal est passé de 640 à 710 euros en deux ans.',
      'Le loyer moyen est passé de 640 à 710 euros en deux mois.',
      'The average rent fell from 710 to 640 euros in two years.',
    ],
  },
]
