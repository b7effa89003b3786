import type { Range } from '../../src/types.ts'
import type { SourceFacts } from './facts.ts'

/** What a format's reader makes of a decoded file. */
export type Extracted = {
  /** What becomes the article's text: the file unchanged, but for HTML. */
  readonly text: string
  readonly facts: SourceFacts
  /** What the format marks as no article. */
  readonly skip: readonly Range[]
  /** What a page says its own address is, as it says it: may be relative. */
  readonly canonical?: string
  /** Said to the maintainer: one clear line. */
  readonly note?: string
  /** Set when the language in `facts` was left at a template's default often enough that the words are asked first. */
  readonly doubtLanguage?: boolean
}
