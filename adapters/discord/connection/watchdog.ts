/** Looks after the shards: one that stays dead is not waited for, since only a new process is sure to revive it. */
import { type Client, Status } from 'discord.js'

export type WatchdogTimes = {
  /** Milliseconds between two looks. */
  readonly everyMs: number
  /** Milliseconds that a shard may be away; discord.js needs about 30 s to notice a silent peer and a few to come back. */
  readonly deadAfterMs: number
  /**
   * Milliseconds without an answer to a heartbeat after which a shard that says "ready" is not believed. Discord wants one
   * every 41 s; where a server wants them less often, some are waited for.
   */
  readonly silentAfterMs: number
}

const missedBeats = 3

export const watchdogTimes: WatchdogTimes = { everyMs: 2_000, deadAfterMs: 90_000, silentAfterMs: 180_000 }

type Seen = {
  readonly wellAt: number
  readonly readySince?: number
  readonly pingAt: number
  /** Milliseconds between two answers to heartbeats, once there were two. */
  readonly beatMs?: number
}

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
      const pingAt = shard.lastPingTimestamp
      const before: Seen = seen.get(shard.id) ?? { wellAt: now, pingAt }
      const isReady = shard.status === Status.Ready
      const readySince = isReady ? (before.readySince ?? now) : undefined
      const isBeat = pingAt > before.pingAt && before.pingAt > (before.readySince ?? now)
      const beatMs = isBeat ? pingAt - before.pingAt : before.beatMs
      const heardAt = Math.max(pingAt, readySince ?? 0)
      // How often it should be heard is not known before: discord.js itself misses the first answers.
      const silentAfterMs = beatMs === undefined ? Infinity : Math.max(times.silentAfterMs, beatMs * missedBeats)
      const silent = isReady && now - heardAt >= silentAfterMs
      const wellAt = isReady && !silent ? now : before.wellAt
      seen.set(shard.id, {
        ...{ wellAt, pingAt },
        ...(readySince !== undefined && { readySince }),
        ...(beatMs !== undefined && { beatMs }),
      })
      if (!silent && now - wellAt < times.deadAfterMs) continue
      clearInterval(timer)
      onDead(
        `shard ${shard.id} of Discord's gateway is dead: ${silent ? 'silent' : 'away'} for ${now - (silent ? heardAt : wellAt)} ms`,
      )
      return
    }
  }, times.everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
