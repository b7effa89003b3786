/**
 * Keeps what was computed of a list for as long as the list itself is there. A store gives the same list of articles to
 * every question at a revision: looking through ten thousand of them for each would take longer than the search.
 */
export function oncePerList<Item, Value>(compute: (list: readonly Item[]) => Value): (list: readonly Item[]) => Value {
  const kept = new WeakMap<readonly Item[], { readonly value: Value }>()
  return (list) => {
    const known = kept.get(list) ?? { value: compute(list) }
    kept.set(list, known)
    return known.value
  }
}
