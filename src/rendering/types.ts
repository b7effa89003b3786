/**
 * What a bot says, before a platform writes it: lines of spans, in groups that must not be parted. Platforms translate
 * spans into their own marks (embeds, entities); what is said, and in which order, is decided here once.
 */

/** A stretch of text in one style. Text of articles and people is raw: each platform makes it inert in its own way. */
export type Span = {
  readonly text: string
  readonly style?: 'bold' | 'italic' | 'code'
  /** Only the stored links of the articles cited; http or https, as `new URL` writes them. Never on a marked span. */
  readonly url?: string
}

/**
 * `lead`: one line that says how the answer is meant (unsure, not found, a notice). `text`: the bot's own words, or a claim
 * that a model wrote. `introduction`: the heading above a quote. `quote`: exact words, set off, the words that answer in
 * bold, its quotation marks included. `source`: the numbered source under it. `footer`: corpus, revision, proof. `item`: one line
 * of a list, without a bullet.
 */
export type BlockKind = 'lead' | 'text' | 'introduction' | 'quote' | 'source' | 'footer' | 'item' | 'title'

export type Block = { readonly kind: BlockKind; readonly spans: readonly Span[] }

/** Blocks that stand together in one message: a claim with its quotes and their sources. */
export type Group = readonly Block[]

/** How it looks at a glance: green, amber, grey; `plain` for everything that is not an answer; `alarm` for an altered quote. */
export type Tone = 'answered' | 'unsure' | 'not-found' | 'plain' | 'alarm'

export type Rendering = {
  readonly tone: Tone
  readonly groups: readonly Group[]
}
