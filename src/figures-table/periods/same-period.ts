const same = /^(?:the|la|le|l['’]|du|au)?\s*(?:same|même|meme)\s/iu

/** "The same period", "la même année": which one, other words say. */
export function isSamePeriod(period: string): boolean {
  return same.test(period)
}
