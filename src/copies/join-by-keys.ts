/**
 * Groups what shares a key, and what is joined by a chain of shared keys.
 * @returns for each id the name of its group, the same for all of a group.
 */
export function joinByKeys<One extends { readonly id: string }>(
  all: readonly One[],
  keysOf: (one: One) => readonly string[],
): ReadonlyMap<string, string> {
  const parents = new Map<string, string>()
  const rootOf = (name: string): string => {
    let root = name
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next
    // What was passed on the way leads there at once the next time.
    for (let at = name; at !== root; ) {
      const next = parents.get(at) ?? root
      parents.set(at, root)
      at = next
    }
    return root
  }
  for (const one of all) {
    for (const key of keysOf(one)) {
      const [own, other] = [rootOf(`id ${one.id}`), rootOf(`key ${key}`)]
      if (own !== other) parents.set(other, own)
    }
  }
  return new Map(all.map(({ id }) => [id, rootOf(`id ${id}`)]))
}
