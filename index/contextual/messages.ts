/** What goes between the program and the process in which the models run. */
import type { Stretch } from '../../src/ports/reader.ts'

export type ModelRequest =
  | { readonly kind: 'embed'; readonly texts: readonly string[]; readonly urgent: boolean }
  | {
      readonly kind: 'read'
      readonly question: string
      readonly stretches: readonly Stretch[]
      readonly limitMs: number
    }

/** Log-odds of one stretch; undefined when the time was over before its turn. */
export type Logits = { readonly stretch: number; readonly sentences: readonly number[] }

export type ModelReply =
  | { readonly vectors: readonly Float32Array[] }
  | { readonly logits: readonly (Logits | undefined)[] }
