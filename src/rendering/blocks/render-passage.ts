/** The paragraph around a quote, so that one sees what stands before and after it. */
import type { PassageView } from '../../desk/types.ts'
import type { Language, Passage } from '../../types.ts'
import { cleanLine } from '../cutting/clean.ts'
import { cutText } from '../cutting/cut.ts'
import { deskTexts } from '../texts/desk-texts.ts'
import { displayWords } from '../texts/display-words.ts'
import type { Block, Rendering } from '../types.ts'
import { introductionBlock, quoteBlock } from './quote-block.ts'
import { sourceBlock } from './source-block.ts'

/** Characters shown of the paragraphs before and after. */
const neighbourLimit = 240

/** The quote is bold inside its paragraph; said when the article has another version now or was withdrawn. */
export function renderPassage(view: PassageView, language: Language): Rendering {
  const { article, passage, before, after, quote, current } = view
  const texts = deskTexts(language)
  const notice: readonly Block[] = current ? [] : [{ kind: 'lead', spans: [{ text: texts.passageNotCurrent }] }]
  const heading: readonly Block[] = passage.context === undefined ? [] : [introductionBlock(passage.context, article)]
  const neighbour = (label: string, neighbour: Passage | undefined): readonly Block[] =>
    neighbour === undefined
      ? []
      : [{ kind: 'text', spans: [{ text: `${label} ` }, { text: shorten(neighbour, view), style: 'italic' }] }]
  return {
    tone: current ? 'plain' : 'unsure',
    groups: [
      [
        ...notice,
        ...neighbour(texts.before, before),
        ...heading,
        quoteBlock({ article, quote: passage.text, marks: quote === undefined ? [] : [quote] }, language),
        sourceBlock({ article, paragraph: passage.ordinal }, language),
        ...neighbour(texts.after, after),
      ],
    ],
  }
}

function shorten({ text }: Passage, { article }: PassageView): string {
  return cutText(cleanLine(displayWords({ text, marks: [] }, article).text), neighbourLimit)
}
