import type { Anchor } from '../database/index.ts'

/** The newest entry of a city's journal, to be written down where this installation cannot reach. */
export interface AnchorLine extends Anchor {
  /** The tenant's key. */
  tenant: string
  /** When the entry was written, ISO 8601; for readers, the hash covers it. */
  at: string
}

const LINE = /^quarterdeck-anchor (\S+) (\d{1,15}) (\S+) ((?:sm3:)?[0-9a-f]{64})$/

/** One line that survives being printed, mailed or filed: `quarterdeck-anchor shanghai 1234 2024-04-10T02:00:00.000Z 6f1e…`. */
export function formatAnchor({ tenant, seq, at, hash }: AnchorLine): string {
  return `quarterdeck-anchor ${tenant} ${seq} ${at} ${hash}`
}

/** All anchors in a text, between whatever else was written down; none when there is none. */
export function parseAnchors(text: string): AnchorLine[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, tenant, seq, at, hash] = LINE.exec(line.trim()) ?? []
    return tenant && seq && at && hash ? [{ tenant, seq: Number(seq), at, hash }] : []
  })
}
