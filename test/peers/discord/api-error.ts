/** Discord's refusals: a status, its own code and message, and for a wrong form the tree of what is wrong where. */

export type Json = Record<string, unknown>
export type Path = readonly (string | number)[]

export class ApiError extends Error {
  readonly status: number
  readonly code: number
  readonly errors: Json | undefined

  constructor(status: number, code: number, message: string, errors?: Json) {
    super(message)
    this.status = status
    this.code = code
    this.errors = errors
  }

  body(): Json {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) }
  }
}

export const refusals = {
  unauthorized: () => new ApiError(401, 0, '401: Unauthorized'),
  notFound: () => new ApiError(404, 0, '404: Not Found'),
  unknownChannel: () => new ApiError(404, 10_003, 'Unknown Channel'),
  unknownGuild: () => new ApiError(404, 10_004, 'Unknown Guild'),
  unknownMember: () => new ApiError(404, 10_007, 'Unknown Member'),
  unknownMessage: () => new ApiError(404, 10_008, 'Unknown Message'),
  unknownUser: () => new ApiError(404, 10_013, 'Unknown User'),
  unknownWebhook: () => new ApiError(404, 10_015, 'Unknown Webhook'),
  unknownInteraction: () => new ApiError(404, 10_062, 'Unknown interaction'),
  acknowledged: () => new ApiError(400, 40_060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new ApiError(403, 50_001, 'Missing Access'),
  notTheAuthor: () => new ApiError(403, 50_005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new ApiError(400, 50_006, 'Cannot send an empty message'),
  missingPermissions: () => new ApiError(403, 50_013, 'Missing Permissions'),
  invalidWebhookToken: () => new ApiError(401, 50_027, 'Invalid Webhook Token'),
  invalidJson: () => new ApiError(400, 50_109, 'The request body contains invalid JSON.'),
}

/** Collects what is wrong with a body, so that it is answered in one tree as Discord does. */
export type Form = {
  refuse(path: Path, code: string, message: string): void
  /** @throws ApiError 50035 when anything was refused. */
  finish(): void
}

export function createForm(): Form {
  const errors: Json = {}
  let refused = false
  return {
    refuse(path, code, message) {
      refused = true
      let place = errors
      for (const key of path) {
        place[key] ??= {}
        place = place[key] as Json
      }
      place['_errors'] = [...((place['_errors'] as unknown[] | undefined) ?? []), { code, message }]
    },
    finish() {
      if (refused) throw new ApiError(400, 50_035, 'Invalid Form Body', errors)
    },
  }
}
