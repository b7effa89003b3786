import type { CitedSentence } from './types.ts'

export const english: readonly CitedSentence[] = [
  {
    cited: 'The ferry company Aldane Lines carried 42,000 passengers in May, and it hired 60 sailors.',
    truths: [
      'The ferry company Aldane Lines carried 42,000 passengers in May, and it hired 60 sailors.',
      'The ferry company Aldane Lines carried 42,000 passengers in May.',
      'According to the article, the ferry company Aldane Lines carried 42,000 passengers in May.',
      'Aldane Lines had 42,000 passengers in May.',
    ],
    falsehoods: [
      'The ferry company Aldane Lines carried 60 passengers in May, and it hired 42,000 sailors.',
      'The ferry company Aldane Lines carried 42,000 passengers in June.',
      'The ferry company Aldane Lines carried 42,000 sailors in May.',
      'The ferry company Aldane Lines lost 42,000 passengers in May.',
      'Because it hired 60 sailors, the ferry company Aldane Lines carried 42,000 passengers in May.',
      'The ferry company Aldane Lines did not carry 42,000 passengers in May.',
    ],
  },
  {
    cited: '"The dam is older than our town," said Petra Lowe, the engineer.',
    truths: [
      'Petra Lowe, the engineer, said "the dam is older than our town".',
      '"The dam is older than our town," said Petra Lowe, the engineer.',
      'The engineer Petra Lowe finds that the dam is older than the town.',
    ],
    falsehoods: [
      'Petra Lowe, the engineer, said "the dam is newer than our town".',
      'Petra Lowe, the engineer, said "our town is older than the dam".',
      'Petra Lowe, the mayor, said "the dam is older than our town".',
      'Petra Lowe, the engineer, said the dam is older than our town and must go.',
      'The dam is older than Petra Lowe, said the engineer of our town.',
    ],
  },
  {
    cited: 'Only three of the twelve schools will open unless the teachers agree.',
    truths: [
      'Only three of the twelve schools will open unless the teachers agree.',
      'Only 3 of the 12 schools will open unless the teachers agree.',
      'According to the article, only three of the twelve schools will open unless the teachers agree.',
    ],
    falsehoods: [
      'Three of the twelve schools will open unless the teachers agree.',
      'Only three of the twelve schools will open.',
      'Only three of the twelve schools will open if the teachers agree.',
      'Only three of the twelve schools will close unless the teachers agree.',
      'Only twelve of the three schools will open unless the teachers agree.',
      'At least three of the twelve schools will open unless the teachers agree.',
      'Only three of the twelve schools would have opened unless the teachers agree.',
    ],
  },
  {
    cited: 'According to the union, the mill may dismiss up to 90 workers in 2027.',
    truths: [
      'The mill may dismiss up to 90 workers in 2027, according to the union.',
      'According to the union, the mill may dismiss up to 90 workers in 2027.',
      'Up to 90 workers of the mill may be dismissed in 2027, according to the union.',
    ],
    falsehoods: [
      'The mill may dismiss up to 90 workers in 2027.',
      'According to the union, the mill will dismiss up to 90 workers in 2027.',
      'According to the mill, the union may dismiss up to 90 workers in 2027.',
      'According to the union, the mill may dismiss more than 90 workers in 2027.',
      'According to the union, the mill may dismiss up to 90 managers in 2027.',
      'According to the union, the mill may hire up to 90 workers in 2027.',
      'According to the minister, the mill may dismiss up to 90 workers in 2027.',
    ],
  },
  {
    cited: 'Sales of Dorvan rose faster than those of Miltec in 2024; Miltec closed two shops.',
    truths: [
      'Sales of Dorvan rose faster than those of Miltec in 2024.',
      'Sales of Dorvan rose faster than those of Miltec in 2024; Miltec closed 2 shops.',
      'Dorvan grew faster than Miltec in 2024.',
    ],
    falsehoods: [
      'Sales of Miltec rose faster than those of Dorvan in 2024.',
      'Sales of Dorvan rose slower than those of Miltec in 2024.',
      'Sales of Dorvan fell faster than those of Miltec in 2024.',
      'Sales of Dorvan rose faster than those of Miltec in 2024; Dorvan closed two shops.',
      'Miltec closed two shops because sales of Dorvan rose faster in 2024.',
      'Sales of Dorvan rose faster than those of Miltec in 2024; Miltec opened two shops.',
    ],
  },
  {
    cited: 'The keeper fed the wolves on Monday.',
    truths: ['The keeper fed the wolves.', 'The keeper fed the wolves on Monday.'],
    falsehoods: [
      'The wolves fed the keeper on Monday.',
      'The wolves fed the keeper.',
      'The keeper fed the wolves on Tuesday.',
      'The keeper only fed the wolves on Monday.',
      'The keeper never fed the wolves.',
      'Le gardien a nourri les loups mardi.',
    ],
  },
]
