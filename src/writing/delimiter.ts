/** The mark that sets data apart from orders: random, so that no text can hold it on purpose. */
import { randomBytes } from 'node:crypto'

export function createDelimiter(): string {
  return randomBytes(12).toString('hex')
}
