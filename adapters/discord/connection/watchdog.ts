/** Looks after the shards: one that stays dead is not waited for, since only a new process is sure to revive it. */
import { type Client, Status } from 'discord.js'

export type WatchdogTimes = {
  /** Milliseconds between two looks. */
  readonly everyMs: number
  /** Milliseconds that a shard may be away; discord.js needs about 30 s to notice a silent peer and a few to come back. */
  readonly deadAfterMs: number
  /** Milliseconds without an answer to a heartbeat (one every 41 s) after which a shard that says "ready" is not believed. */
  readonly silentAfterMs: number
}

export const watchdogTimes: WatchdogTimes = { everyMs: 2_000, deadAfterMs: 90_000, silentAfterMs: 180_000 }

type Seen = { readonly wellAt: number; readonly readySince?: number }

/** @returns a function that ends the watch. `onDead` is called once at most. */
export function watchShards(
  client: Pick<Client, 'ws'>,
  onDead: (reason: string) => void,
  times: WatchdogTimes,
): () => void {
  const seen = new Map<number, Seen>()
  const timer = setInterval(() => {
    const now = Date.now()
    for (const shard of client.ws.shards.values()) {
      const before = seen.get(shard.id) ?? { wellAt: now }
      const isReady = shard.status === Status.Ready
      const readySince = isReady ? (before.readySince ?? now) : undefined
      const heardAt = Math.max(shard.lastPingTimestamp, readySince ?? 0)
      const isWell = isReady && now - heardAt < times.silentAfterMs
      const wellAt = isWell ? now : before.wellAt
      seen.set(shard.id, { wellAt, ...(readySince !== undefined && { readySince }) })
      const silent = isReady && !isWell
      if (!silent && now - wellAt < times.deadAfterMs) continue
      clearInterval(timer)
      onDead(`shard ${shard.id} of Discord's gateway is dead: ${silent ? 'silent' : 'away'} for ${now - wellAt} ms`)
      return
    }
  }, times.everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
