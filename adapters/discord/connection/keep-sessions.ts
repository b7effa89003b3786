/**
 * A session lives until Discord refuses it. discord.js gives it up as soon as a connection is refused, and what was said
 * meanwhile is lost; resumed, it is told again.
 */
import { type Client, type SimpleShardingStrategy, Status, type WebSocketShard } from 'discord.js'

type Options = Pick<
  ConstructorParameters<typeof SimpleShardingStrategy>[0]['options'],
  'retrieveSessionInfo' | 'updateSessionInfo'
>

/** With these Discord says that it does not know the session: never authenticated, or out of step with it. */
const refusals = new Set([4003, 4007])
/** The address that a session is resumed at may be gone itself: after so many attempts every second one goes to Discord's first. */
const attemptsThere = 3

/**
 * Changes the options in place.
 * @param onClosed told of each connection that ends; the code is 1006 where it was cut.
 */
export function keepSessions(
  { ws }: Pick<Client, 'ws'>,
  options: Options,
  onClosed: (shard: number, code: number) => void,
): void {
  const { retrieveSessionInfo: retrieve, updateSessionInfo: update } = options
  const codes = new Map<number, number>()
  const attempts = new Map<number, number>()
  const heard = new WeakSet<WebSocketShard>()
  const listen = (shard: WebSocketShard) => {
    if (heard.has(shard)) return
    heard.add(shard)
    shard.on('close', ({ code }) => {
      codes.set(shard.id, code)
      onClosed(shard.id, code)
    })
  }

  options.retrieveSessionInfo = async (id) => {
    const session = await retrieve(id)
    const shard = ws.shards.get(id)
    if (shard === undefined) return session
    listen(shard)
    if (shard.status !== Status.Connecting) attempts.delete(id)
    if (session === null || shard.status !== Status.Connecting || ws.gateway === null) return session
    const attempt = (attempts.get(id) ?? 0) + 1
    attempts.set(id, attempt)
    return attempt > attemptsThere && attempt % 2 === 0 ? { ...session, resumeURL: ws.gateway } : session
  }
  options.updateSessionInfo = async (id, session) => {
    // Refused on a connection that stands, the shard has said hello; before that nobody has looked at the session.
    const isUnheard = ws.shards.get(id)?.status === Status.Connecting && !refusals.has(codes.get(id) ?? 0)
    if (session === null && isUnheard) return
    await update(id, session)
  }
}
