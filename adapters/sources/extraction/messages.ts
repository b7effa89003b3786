/** What the program and the process that reads hostile formats say to each other. */
import type { Extracted } from '../extracted.ts'
import type { FeedReading } from '../feeds/types.ts'

export type ExtractionRequest =
  | { readonly format: 'html' | 'markdown'; readonly text: string }
  /** `url`: where it was fetched from. */
  | { readonly format: 'feed'; readonly text: string; readonly url: string }
  | { readonly format: 'pdf'; readonly bytes: Uint8Array }

export type ExtractionReply =
  /** It may be asked now. */
  | { readonly kind: 'ready' }
  /** At work now, and later: further than before. */
  | { readonly kind: 'progress' }
  | { readonly kind: 'article'; readonly extracted: Extracted }
  | { readonly kind: 'feed'; readonly feed: FeedReading }
  /** Not an article, and why; `isFault` when a library failed rather than said so. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly isFault: boolean }
