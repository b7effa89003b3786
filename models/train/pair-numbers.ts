/** Numbers pairs of ids from 0 in order of arrival: a hash table in typed arrays, since there are millions of pairs. */
export class PairNumbers {
  size = 0
  largestId = 0
  #left = new Int32Array(1 << 18)
  #right = new Int32Array(1 << 18)
  #slots = new Int32Array(1 << 18).fill(-1)

  numberOf(left: number, right: number): number {
    let slot = this.#slotOf(left, right)
    const known = this.#slots[slot] ?? -1
    if (known >= 0) return known
    if (this.size * 2 >= this.#slots.length) {
      this.#grow()
      slot = this.#slotOf(left, right)
    }
    this.#slots[slot] = this.size
    this.#left[this.size] = left
    this.#right[this.size] = right
    this.largestId = Math.max(this.largestId, left, right)
    return this.size++
  }

  leftOf(pair: number): number {
    return this.#left[pair] ?? 0
  }

  rightOf(pair: number): number {
    return this.#right[pair] ?? 0
  }

  /** Where the pair is, or the free slot where it would go. */
  #slotOf(left: number, right: number): number {
    const mask = this.#slots.length - 1
    let slot = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & mask
    for (;;) {
      const pair = this.#slots[slot] ?? -1
      if (pair < 0 || (this.#left[pair] === left && this.#right[pair] === right)) return slot
      slot = (slot + 1) & mask
    }
  }

  #grow(): void {
    this.#left = extended(this.#left, this.#slots.length * 2)
    this.#right = extended(this.#right, this.#slots.length * 2)
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1)
    for (let pair = 0; pair < this.size; pair++) this.#slots[this.#slotOf(this.leftOf(pair), this.rightOf(pair))] = pair
  }
}

function extended(values: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(Math.max(length, values.length))
  longer.set(values)
  return longer
}
