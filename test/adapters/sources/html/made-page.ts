/** Pages as papers lay them out, with invented stories in both languages. */

export const story = {
  en: {
    title: 'Quay of Ostrel opens after the storm',
    lines: [
      'The quay of Ostrel opened again on Tuesday after divers had checked the piles below it, the harbour office said.',
      'Some 410 fishermen had landed their catch at Marrow Point for seven weeks, which took them 35 minutes more a day.',
      'Harbour master Ilse Brandt said the repairs cost 1.7 million euros and should last for twenty-five years.',
    ],
  },
  fr: {
    title: 'Le quai d’Ostrel rouvre après la tempête',
    lines: [
      'Le quai d’Ostrel a rouvert mardi après que des plongeurs ont vérifié les pieux, a indiqué la capitainerie.',
      'Quelque 410 pêcheurs débarquaient leur pêche à la pointe de Marrow depuis sept semaines, soit 35 minutes de plus par jour.',
      'La capitaine du port, Ilse Brandt, a précisé que les réparations ont coûté 1,7 million d’euros et tiendront vingt-cinq ans.',
    ],
  },
} as const

export type StoryLanguage = keyof typeof story

export const paragraphs = (language: StoryLanguage): string =>
  story[language].lines.map((line) => `<p>${line}</p>`).join('\n')

type Parts = {
  readonly language?: StoryLanguage
  readonly head?: string
  readonly title?: string
  readonly before?: string
}

/** @param more stands in the article, behind its paragraphs. */
export function makePage(more: string, { language = 'en', head = '', title, before = '' }: Parts = {}): string {
  const name = title ?? story[language].title
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${name}</title>${head}</head><body>${before}<article><h1>${name}</h1>${paragraphs(language)}${more}</article></body></html>`
}
