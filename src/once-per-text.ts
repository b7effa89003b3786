/** `longest` in UTF-16 units: what is longer is read each time, and would only take room. */
type Room = { readonly longest: number; readonly kept: number }

/** Sentences and passages. */
const usual: Room = { longest: 2_000, kept: 64 }

/**
 * Keeps what was computed of the last few texts: a sentence is read for its numbers, dates, places and names one after
 * the other, and each of them begins in the same way.
 */
export function oncePerText<Value extends object>(
  compute: (text: string) => Value,
  { longest, kept }: Room = usual,
): (text: string) => Value {
  const values = new Map<string, Value>()
  return (text) => {
    if (text.length > longest) return compute(text)
    const known = values.get(text)
    if (known !== undefined) return known
    const value = compute(text)
    values.set(text, value)
    for (const oldest of values.keys()) {
      if (values.size <= kept) break
      values.delete(oldest)
    }
    return value
  }
}
