/** What a server can read from a prompt, as a model would: the numbered passages. */
export function passagesOf(prompt: string): ReadonlyMap<number, string> {
  const fenced = /^<<PASSAGE (\d+) (\w+)>>\n([\s\S]*?)\n<<END \2>>$/gm
  return new Map([...prompt.matchAll(fenced)].map(([, number, , text]) => [Number(number), text ?? '']))
}

/** The number of the passage that holds some words. */
export function numberOf(prompt: string, words: string): number {
  const found = [...passagesOf(prompt)].find(([, text]) => text.includes(words))
  if (found === undefined) throw new Error(`no passage of the prompt holds "${words}"`)
  return found[0]
}
