import { interfaceTexts } from '../../src/interface-texts.ts'
import { withoutMarkdown } from '../../src/rendering/texts/display-words.ts'
import type { ArticleFacts, Language } from '../../src/types.ts'
import { toPrintableLine } from './printable.ts'
import { wrapText } from './wrap-text.ts'

const indent = '  '

type Corrected = { readonly corrections?: readonly string[]; readonly article: Pick<ArticleFacts, 'path'> }

/** Under a quote: what its article prints about its own mistakes, each a paragraph as wide as the terminal. */
export function correctionLines(
  { corrections = [], article }: Corrected,
  language: Language,
  width: number,
): readonly string[] {
  const { corrected } = interfaceTexts(language)
  return corrections.map((note) => {
    const { text } = withoutMarkdown({ text: note, marks: [] }, article)
    return wrapText(`${corrected} “${toPrintableLine(text)}”`, width, indent)
  })
}
