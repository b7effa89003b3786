/** A few revisions at a time: the newest, one just before it, and what `--as-of` asks. */
const KEPT = 4

/** Keeps what was computed for the last few revisions; a revision never changes, so nothing ever expires. */
export function createRevisionCache<Value>(compute: (revision: number) => Value): (revision: number) => Value {
  const kept = new Map<number, Value>()
  return (revision) => {
    const known = kept.get(revision)
    const value = known ?? compute(revision)
    kept.delete(revision)
    kept.set(revision, value)
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break
      kept.delete(oldest)
    }
    return value
  }
}
