/** A position in PostgreSQL's write-ahead log (pg_lsn), comparable: what is behind it has been written before. */
export type LogPosition = bigint

const WRITTEN = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i

/** Undefined when the text is no position. */
export function parsePosition(text: string | null | undefined): LogPosition | undefined {
  const [, high, low] = WRITTEN.exec(text ?? '') ?? []
  return high === undefined || low === undefined
    ? undefined
    : (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}

export function formatPosition(position: LogPosition): string {
  return `${(position >> 32n).toString(16)}/${(position & 0xffffffffn).toString(16)}`.toUpperCase()
}

export const laterOf = (a: LogPosition | undefined, b: LogPosition | undefined): LogPosition | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a
