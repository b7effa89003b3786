/**
 * Questions that mean the same, in both languages, and beside each a near one that means something else. Made up for
 * the grouping of gaps; none is about an article of this repository.
 */
export type MeaningGroup = {
  /** Differently worded; all ask for the same. */
  readonly same: readonly string[]
  /** About the same matter, asking for something else. */
  readonly near: string
}

export const meaningGroups: readonly MeaningGroup[] = [
  {
    same: [
      'How many people died in the earthquake?',
      'What is the death toll of the earthquake?',
      'Combien de personnes sont mortes dans le tremblement de terre ?',
      'Quel est le bilan des morts du séisme ?',
    ],
    near: 'How strong was the earthquake on the Richter scale?',
  },
  {
    same: [
      'When does the new railway station open?',
      'What is the opening date of the new train station?',
      'Quand ouvre la nouvelle gare ?',
      'À quelle date la nouvelle gare sera-t-elle ouverte ?',
    ],
    near: 'Who designed the new railway station?',
  },
  {
    same: [
      'Who is the new minister of agriculture?',
      'Who was appointed agriculture minister?',
      'Qui est le nouveau ministre de l’agriculture ?',
      'Qui a été nommé ministre de l’agriculture ?',
    ],
    near: 'Why did the minister of agriculture resign?',
  },
  {
    same: [
      'How much does the bridge cost?',
      'What is the price of the bridge?',
      'Combien coûte le pont ?',
      'Quel est le prix du pont ?',
    ],
    near: 'How long is the bridge?',
  },
  {
    same: [
      'Why are the teachers on strike?',
      'What is the reason for the teachers’ strike?',
      'Pourquoi les enseignants font-ils grève ?',
      'Quelle est la raison de la grève des enseignants ?',
    ],
    near: 'How many schools are closed because of the strike?',
  },
  {
    same: [
      'Where was the missing plane found?',
      'In which place did they find the missing aircraft?',
      'Où l’avion disparu a-t-il été retrouvé ?',
      'À quel endroit a-t-on retrouvé l’avion disparu ?',
    ],
    near: 'How many passengers were on the missing plane?',
  },
  {
    same: [
      'What is the unemployment rate?',
      'How high is unemployment?',
      'Quel est le taux de chômage ?',
      'À combien s’élève le chômage ?',
    ],
    near: 'What is the inflation rate?',
  },
  {
    same: [
      'Is the drinking water safe after the chemical spill?',
      'Can people drink the water after the spill of chemicals?',
      'L’eau est-elle potable après la fuite de produits chimiques ?',
      'Peut-on boire l’eau après le déversement chimique ?',
    ],
    near: 'Which company is responsible for the chemical spill?',
  },
  {
    same: [
      'Who won the presidential election in Peru?',
      'Which candidate was elected president of Peru?',
      'Qui a gagné l’élection présidentielle au Pérou ?',
      'Quel candidat a été élu président du Pérou ?',
    ],
    near: 'Who won the presidential election in Kenya?',
  },
  {
    same: [
      'How many cars were sold in 2023?',
      'What was the number of cars sold in 2023?',
      'Combien de voitures ont été vendues en 2023 ?',
      'Quel était le nombre de voitures vendues en 2023 ?',
    ],
    near: 'How many cars were sold in 2021?',
  },
  {
    same: [
      'What vaccine protects against malaria?',
      'Which vaccine is used against malaria?',
      'Quel vaccin protège contre le paludisme ?',
      'Quel vaccin est utilisé contre la malaria ?',
    ],
    near: 'How is malaria transmitted?',
  },
  {
    same: [
      'How much is the fine for smoking in parks?',
      'What fine do you pay for smoking in a park?',
      'À combien s’élève l’amende pour fumer dans un parc ?',
      'Quelle amende paie-t-on si l’on fume dans les parcs ?',
    ],
    near: 'In which parks is smoking forbidden?',
  },
]
