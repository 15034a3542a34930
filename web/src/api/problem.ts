/** The server's refusal (application/problem+json): `detail` is the sentence to show, `code` what it is about. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(status: number, body: unknown) {
    const { code, detail, title, details } = (
      typeof body === 'object' && body !== null ? body : {}
    ) as Partial<Record<'code' | 'detail' | 'title', string>> & { details?: Record<string, unknown> }
    super(detail ?? title ?? '')
    this.name = 'Problem'
    this.status = status
    this.code = code ?? (status === 0 ? 'web.offline' : 'web.unexpected')
    this.details = details ?? {}
  }

  /** What the server lists beside its sentence: `light: …`, without the part of the request that it stood in. */
  get refusedFields(): string[] {
    const { fields } = this.details
    if (!Array.isArray(fields)) return []
    return (fields as { path: string; message: string }[]).map(({ path, message }) => {
      const [, ...inside] = path.split('.')
      return inside.length === 0 ? message : `${inside.join('.')}: ${message}`
    })
  }

  /** Whether somebody else wrote in between, so that reloading is the way out. */
  get isConflict(): boolean {
    return this.status === 409
  }
}

/** Whether somebody else wrote in between. */
export function isConflict(error: unknown): boolean {
  return error instanceof Problem && error.isConflict
}
