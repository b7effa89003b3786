/** The gateway: one WebSocket a shard, sessions that outlive it, and events replayed when a session is resumed. */
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Json } from './api-error.ts'
import { isObject } from './checks/values.ts'
import { newId } from './ids.ts'
import { closeCodes, intents, knownIntents, limits, opcodes, privilegedIntents } from './protocol.ts'
import { createIdentifyTurns, guildOf, isOfShard, readShard, type Shard } from './shards.ts'
import type { State } from './state.ts'
import { writeGuild, writeUser } from './world.ts'

export type GatewayOptions = {
  readonly heartbeatMs: number
  /** Privileged intents switched on in the developer portal. */
  readonly privileged: number
  readonly address: () => string
  readonly shards: number
  readonly identifiedAtOnce: number
}

type Session = {
  readonly id: string
  readonly shard: Shard
  readonly intents: number
  sequence: number
  readonly sent: { readonly sequence: number; readonly text: string }[]
  socket: WebSocket | undefined
  /** Set when the session can no longer be resumed. */
  ended: boolean
}

export type Gateway = Pick<GatewayOptions, 'shards' | 'identifiedAtOnce'> & {
  /** Sends an event to every session that wants it and whose shard has the server; kept while its connection is cut. */
  dispatch(type: string, data: Json | ((intents: number) => Json), wanted?: number): void
  /** Breaks every connection, or that of one shard, without a goodbye. */
  cut(shard?: number): void
  /** Closes every connection, or that of one shard, with a code; asks to reconnect (op 7); ends the session (op 9). */
  close(code: number, shard?: number): void
  askToReconnect(): void
  invalidate(resumable: boolean): void
  /** Says nothing any more and acknowledges no heartbeat, on all connections that are and come, or those of one shard. */
  fallSilent(silent: boolean, shard?: number): void
  /** Every connection is closed with this code right after it opens; undefined: no longer. */
  refuseWith(code: number | undefined): void
  /** Sends the newest event once more to everybody, under a new number, as if an upstream node had doubled it. */
  repeat(count: number): void
  connections(shard?: number): number
  readonly counts: { identified: number; resumed: number; opened: number }
  stop(): void
}

export function createGateway(server: Server, state: State, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ noServer: true })
  const sessions = new Map<string, Session>()
  const counts = { identified: 0, resumed: 0, opened: 0 }
  let silent: 'all' | 'none' | number = 'none'
  let refusal: number | undefined
  let last:
    | { readonly type: string; readonly data: Json | ((intents: number) => Json); readonly wanted: number }
    | undefined

  const shards = new WeakMap<WebSocket, Shard>()
  const isTooSoon = createIdentifyTurns(options.identifiedAtOnce)

  const isSilent = (socket: WebSocket) => silent === 'all' || silent === shards.get(socket)?.[0]
  const send = (socket: WebSocket, payload: Json) => {
    if (!isSilent(socket)) socket.send(JSON.stringify(payload))
  }
  const sendEvent = (session: Session, t: string, d: Json) => {
    session.sequence += 1
    const text = JSON.stringify({ op: opcodes.dispatch, t, s: session.sequence, d })
    session.sent.push({ sequence: session.sequence, text })
    if (session.socket?.readyState === 1 && !isSilent(session.socket)) session.socket.send(text)
  }
  const dispatch: Gateway['dispatch'] = (type, data, wanted = 0) => {
    last = { type, data, wanted }
    for (const session of sessions.values()) {
      if (session.ended || (wanted !== 0 && (session.intents & wanted) === 0)) continue
      const event = typeof data === 'function' ? data(session.intents) : data
      if (isOfShard(session.shard, guildOf(type, event))) sendEvent(session, type, event)
    }
  }

  const isToken = (token: unknown) => String(token).replace(/^Bot /, '') === state.token

  function identify(socket: WebSocket, data: Json): Session | undefined {
    const wanted = data['intents']
    if (!isToken(data['token'])) return void socket.close(closeCodes.authenticationFailed, 'Authentication failed.')
    if (!isObject(data['properties'])) return void socket.close(closeCodes.decodeError, 'Error while decoding payload.')
    if (typeof wanted !== 'number' || (wanted & ~knownIntents) !== 0) {
      return void socket.close(closeCodes.invalidIntents, 'Invalid intent(s).')
    }
    if ((wanted & privilegedIntents & ~options.privileged) !== 0) {
      return void socket.close(closeCodes.disallowedIntents, 'Disallowed intent(s).')
    }
    const shard = readShard(data['shard'])
    if (shard === undefined) return void socket.close(closeCodes.invalidShard, 'Invalid shard.')
    if (shard[1] < options.shards) return void socket.close(closeCodes.shardingRequired, 'Sharding required.')
    if (isTooSoon(shard)) return void send(socket, { op: opcodes.invalidSession, d: false })
    counts.identified += 1
    shards.set(socket, shard)
    const session: Session = { id: newId(), shard, intents: wanted, sequence: 0, sent: [], socket, ended: false }
    sessions.set(session.id, session)
    const guilds = [...state.world.guilds.values()].filter(({ id }) => isOfShard(shard, id))
    sendEvent(session, 'READY', {
      v: 10,
      user: { ...writeUser(state.bot), verified: true, mfa_enabled: true, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: options.address(),
      session_type: 'normal',
      private_channels: [],
      relationships: [],
      shard,
      application: { id: state.bot.id, flags: 0 },
    })
    if ((wanted & intents.guilds) !== 0) {
      for (const guild of guilds) sendEvent(session, 'GUILD_CREATE', writeGuild(state.world, guild, state.bot))
    }
    return session
  }

  function resume(socket: WebSocket, data: Json): Session | undefined {
    const session = sessions.get(String(data['session_id']))
    if (!isToken(data['token'])) return void socket.close(closeCodes.authenticationFailed, 'Authentication failed.')
    if (session === undefined || session.ended) {
      return void send(socket, { op: opcodes.invalidSession, d: false })
    }
    const sequence = Number(data['seq'])
    if (!(sequence <= session.sequence)) return void socket.close(closeCodes.invalidSequence, 'Invalid seq.')
    counts.resumed += 1
    shards.set(socket, session.shard)
    session.socket = socket
    if (!isSilent(socket)) for (const event of session.sent) if (event.sequence > sequence) socket.send(event.text)
    sendEvent(session, 'RESUMED', {})
    return session
  }

  sockets.on('connection', (socket: WebSocket) => {
    counts.opened += 1
    let session: Session | undefined
    let received: number[] = []
    socket.on('error', () => undefined)
    if (refusal !== undefined) return socket.close(refusal, 'Refused.')
    send(socket, { op: opcodes.hello, s: null, t: null, d: { heartbeat_interval: options.heartbeatMs, _trace: [] } })
    socket.on('message', (raw) => {
      if (isSilent(socket)) return
      received = [...received.filter((at) => at > Date.now() - 60_000), Date.now()]
      if (received.length > limits.gatewaySendsAMinute) return socket.close(closeCodes.rateLimited, 'Rate limited.')
      const payload = parse(String(raw))
      const data = isObject(payload?.['d']) ? payload['d'] : {}
      switch (payload?.['op']) {
        case opcodes.heartbeat:
          send(socket, { op: opcodes.heartbeatAcknowledged })
          return
        case opcodes.identify:
          if (session !== undefined) return socket.close(closeCodes.alreadyAuthenticated, 'Already authenticated.')
          session = identify(socket, data)
          return
        case opcodes.resume:
          session = resume(socket, data)
          return
        case opcodes.presence:
        case opcodes.voiceState:
        case opcodes.requestMembers:
          if (session === undefined) socket.close(closeCodes.notAuthenticated, 'Not authenticated.')
          return
        case undefined:
          return socket.close(closeCodes.decodeError, 'Error while decoding payload.')
        default:
          return socket.close(closeCodes.unknownOpcode, 'Unknown opcode.')
      }
    })
    // A clean goodbye (1000, 1001) ends the session; anything else leaves it to be resumed.
    socket.on('close', (code) => {
      if (session === undefined || session.socket !== socket) return
      session.socket = undefined
      if (code === 1000 || code === 1001) session.ended = true
    })
  })

  server.on('upgrade', (request, socket, head) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (pathname !== '/gateway' && pathname !== '/gateway/') {
      socket.destroy()
      return
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      if (searchParams.get('v') !== '10') client.close(closeCodes.invalidVersion, 'Invalid API version.')
      else if (searchParams.get('encoding') !== 'json') client.close(closeCodes.decodeError, 'json only')
      else sockets.emit('connection', client, request)
    })
  })

  const socketsOf = (shard?: number) =>
    [...sockets.clients].filter((client) => shard === undefined || shards.get(client)?.[0] === shard)
  const eachSocket = (act: (socket: WebSocket) => void, shard?: number) => {
    for (const client of socketsOf(shard)) act(client)
  }
  return {
    shards: options.shards,
    identifiedAtOnce: options.identifiedAtOnce,
    dispatch,
    cut: (shard) => eachSocket((client) => client.terminate(), shard),
    close: (code, shard) => eachSocket((client) => client.close(code), shard),
    askToReconnect: () => eachSocket((client) => send(client, { op: opcodes.reconnect, d: null })),
    invalidate(resumable) {
      if (!resumable) for (const session of sessions.values()) session.ended = true
      eachSocket((client) => send(client, { op: opcodes.invalidSession, d: resumable }))
    },
    fallSilent(now, shard) {
      silent = now ? (shard ?? 'all') : 'none'
    },
    refuseWith(code) {
      refusal = code
    },
    repeat(count) {
      const event = last
      for (let time = 0; event !== undefined && time < count; time++) dispatch(event.type, event.data, event.wanted)
    },
    connections: (shard) => socketsOf(shard).filter((client) => client.readyState === 1).length,
    counts,
    stop() {
      eachSocket((client) => client.terminate())
      sockets.close()
    },
  }
}

function parse(text: string): Json | undefined {
  if (text.length > 15_000) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
