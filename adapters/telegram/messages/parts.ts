/** What answering is made of. */
import type { Desk } from '../../../src/desk/types.ts'
import type { Asker } from '../../../src/ports/ledger.ts'
import type { Access } from '../access.ts'
import type { Albums } from '../updates/albums.ts'
import type { Me } from '../updates/read-message.ts'

export type AnswerParts = {
  readonly desk: Desk
  readonly me: Me
  readonly access: Access
  readonly albums: Albums
  /** Everything is private, whatever people choose. */
  readonly privateByDefault: boolean
  /** Whether answers are kept at all, so that their proof can be opened. */
  readonly keepsAnswers: boolean
  /** Drops what the inbox holds of a person. */
  forgetInbox(asker: Asker): Promise<unknown>
  /** For maintainers. */
  inboxState(): Promise<InboxState>
}

export type InboxState = {
  readonly waiting: number
  readonly parked: readonly { readonly updateId: number; readonly parkedAt: string; readonly reason: string }[]
}
