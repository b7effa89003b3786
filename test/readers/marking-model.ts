/** What a chat model would answer to the prompt that marks sentences: it marks those that share the question's words. */

/** @param prompt all messages, one after the other. */
export function markByWords(prompt: string): string {
  const question = /^<<QUESTION (\w+)>>\n([\s\S]*?)\n<<END \1>>$/m.exec(prompt)?.[2] ?? ''
  const articles = [...prompt.matchAll(/^<<ARTICLE \d+ (\w+)>>\n([\s\S]*?)\n<<END \1>>$/gm)]
  const asked = new Set(wordsOf(question))
  const answers = articles
    .flatMap(([, , text = '']) => [...text.matchAll(/^(\d+)\. (.*)$/gm)])
    .map(([, number, sentence = '']) => {
      const shared = new Set(wordsOf(sentence).filter((word) => asked.has(word))).size
      return { sentence: Number(number), sure: Math.min(0.95, shared / Math.max(1, asked.size)) }
    })
    .filter(({ sure }) => sure > 0)
    .sort((left, right) => right.sure - left.sure)
  return JSON.stringify({ answers })
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{4,}|\p{N}+/gu) ?? []
}
