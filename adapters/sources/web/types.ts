/** What comes from the web, on its way to an article. */

export type FetchRequest = {
  readonly url: string
  /** What an earlier answer said: an unchanged page is not sent again. */
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
  readonly signal?: AbortSignal | undefined
}

export type FetchedPage = {
  readonly kind: 'page'
  /** After redirects. */
  readonly url: string
  /** Unpacked. */
  readonly bytes: Uint8Array
  /** In lower case, without parameters: `text/html`; empty when the server does not say. */
  readonly mediaType: string
  /** As the server says, not yet believed. */
  readonly charset?: string
  readonly etag?: string
  readonly lastModified?: string
}

/** `gone`: 404 or 410, the publisher has withdrawn it. Everything else that goes wrong throws UnreadableError with its reason. */
export type FetchOutcome =
  | FetchedPage
  | { readonly kind: 'unchanged'; readonly url: string }
  | { readonly kind: 'gone'; readonly url: string; readonly status: number }

/** Fetches what may be fetched: http(s), public addresses, robots.txt, limits on size, time and redirects. */
export interface WebFetcher {
  /** @throws UnreadableError, one line that says why; UnreachableError when it may well work the next time. */
  fetch(request: FetchRequest): Promise<FetchOutcome>
  close(): Promise<void>
}
