/** Ways to ask whether the sources disagree, and questions that only look like it; written before the code that tells them apart. */

export type Asked = {
  readonly text: string /** What it is asked about; empty where only the question before says so. */
  readonly topic: string
}

const alone = (texts: readonly string[]): readonly Asked[] => texts.map((text) => ({ text, topic: '' }))

export const english: readonly Asked[] = [
  ...alone([
    'Do the sources disagree?',
    'do sources disagree',
    'Do the articles contradict each other?',
    'Are there any contradictions between the sources?',
    'Do all the sources agree?',
    'Are the sources consistent?',
    'Do the articles say the same thing?',
    'Is there a disagreement among the articles?',
    'Do the reports differ?',
    'Do the figures differ between the articles?',
    'Are the articles in agreement?',
    'So do your sources agree with each other?',
    'Are the different sources contradictory?',
  ]),
  { text: 'Do the sources disagree on the number of arrests?', topic: 'the number of arrests' },
  { text: 'Do the articles contradict each other about the cost of the bridge?', topic: 'the cost of the bridge' },
  { text: 'Do sources differ on how many people died in the fire?', topic: 'how many people died in the fire' },
  { text: 'Are the reports consistent about the date of the accident?', topic: 'the date of the accident' },
  { text: 'On the number of victims, do the sources agree?', topic: 'the number of victims' },
  {
    text: 'Is there any disagreement between the newspapers over the price of the ferry?',
    topic: 'the price of the ferry',
  },
  { text: 'Do all outlets give the same figure for the damage?', topic: 'the damage' },
]

export const french: readonly Asked[] = [
  ...alone([
    'Les sources se contredisent-elles ?',
    'les sources se contredisent elles',
    'Est-ce que les sources se contredisent ?',
    'Les articles sont-ils d’accord entre eux ?',
    'Y a-t-il des contradictions entre les sources ?',
    'Les sources concordent-elles ?',
    'Les articles disent-ils la même chose ?',
    'Est-ce que toutes les sources disent la même chose ?',
    'Y a-t-il un désaccord entre les articles ?',
    'Les sources divergent-elles ?',
    'Les articles sont-ils cohérents ?',
    'Les différentes sources sont-elles en désaccord ?',
    'Et les sources, elles se contredisent ?',
  ]),
  { text: 'Les sources se contredisent-elles sur le nombre d’arrestations ?', topic: 'le nombre d’arrestations' },
  { text: 'Les articles divergent-ils au sujet du coût du pont ?', topic: 'coût du pont' },
  {
    text: 'Les sources sont-elles d’accord sur le nombre de morts dans l’incendie ?',
    topic: 'le nombre de morts dans l’incendie',
  },
  { text: 'Y a-t-il des divergences entre les journaux à propos du prix du bac ?', topic: 'prix du bac' },
  { text: 'Sur le bilan du naufrage, les sources concordent-elles ?', topic: 'le bilan du naufrage' },
  { text: 'Les médias donnent-ils le même chiffre pour les dégâts ?', topic: 'les dégâts' },
  {
    text: 'Est-ce que les articles se contredisent concernant la date de l’accident ?',
    topic: 'la date de l’accident',
  },
]

export const ordinary: readonly string[] = [
  'How many people were arrested?',
  'Did the minister contradict the mayor?',
  'Do the unions and the company disagree?',
  'What did the two sides agree on?',
  'Do the two countries agree on the border?',
  'Which articles of the treaty contradict the constitution?',
  'Did the newspapers agree on a merger?',
  'Why do scientists disagree about the fish?',
  'Who is the source of the leak?',
  'What are the sources of the river?',
  'Where do the sources of income come from?',
  'What does the report say about the fire?',
  'Which sources did the police cite?',
  'What is the difference between the two reports?',
  'Do the police and the army have the same figures?',
  'Did the two reports of the ministry cost the same?',
  'How many sources of pollution were found?',
  'Did media companies agree to pay?',
  'How did the press react to the agreement?',
  'Are there contradictions in the minister’s statement?',
  'Do energy sources differ in price?',
  'Is the agreement consistent with the law?',
  'Who wrote the article about the harbour?',
  'What is the newest article?',
  'Combien de personnes ont été arrêtées ?',
  'Le ministre a-t-il contredit le maire ?',
  'Les syndicats et la direction sont-ils d’accord ?',
  'Sur quoi les deux pays sont-ils d’accord ?',
  'Quels articles du traité contredisent la constitution ?',
  'Quelles sont les sources du fleuve ?',
  'D’où viennent les sources de revenus ?',
  'Que dit le rapport sur l’incendie ?',
  'Quelles sources la police a-t-elle citées ?',
  'Les journaux ont-ils trouvé un accord avec l’État ?',
  'Pourquoi les chercheurs sont-ils en désaccord ?',
  'Le témoin s’est-il contredit ?',
  'Quelle est la différence entre les deux rapports ?',
  'Les sources d’énergie coûtent-elles la même chose ?',
  'Qui a écrit l’article sur le port ?',
  'La presse a-t-elle réagi à l’accord ?',
]
