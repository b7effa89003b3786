/** What a feed or a sitemap lists. */
export type FeedItem = {
  /** Absolute. */
  readonly url: string
  /** What the feed itself calls it, where it does. */
  readonly guid?: string
  readonly title?: string
  /** ISO 8601. */
  readonly published?: string
  /** When it was last changed, as the list says. ISO 8601. */
  readonly updated?: string
}

/** An RSS, Atom or JSON feed. */
export type FeedReading = {
  readonly title?: string
  readonly items: readonly FeedItem[]
}
