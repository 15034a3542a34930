import type { Item, StoryLine } from '../../schema.ts'
import { changedFields } from '../changed-fields.ts'

/** An entry of the journal whose subject is the item. */
export interface Entry {
  readonly seq: number
  readonly at: string
  readonly actor: { readonly id: string; readonly name: string }
  readonly action: string
  readonly detail: Readonly<Record<string, unknown>>
}

type Version = { readonly version: number } & Partial<Item>

interface Told {
  readonly entries: readonly Entry[]
  /** Those versions of the item that who asks may see. */
  readonly versions: readonly Version[]
  /** Actor → the unit that he answers for. */
  readonly unitOf: (actorId: string) => string | null
}

/** Told by fields of their own. */
const APART = new Set([
  'number',
  'version',
  'round',
  'from',
  'to',
  'reason',
  'reportId',
  'evidenceIds',
  'evidenceId',
])

/** The lines of an item's story, oldest first. An entry that changed the item names the version that it made. */
export function tellStory({ entries, versions, unitOf }: Told): StoryLine[] {
  const byVersion = new Map(versions.map((version) => [version.version, version]))
  return entries
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ seq, at, actor, action, detail }) => ({
      seq,
      at,
      actor: actor.name,
      unitId: unitOf(actor.id),
      kind: action.slice(action.indexOf('.') + 1),
      round: typeof detail.round === 'number' ? detail.round : null,
      from: text(detail.from),
      to: text(detail.to),
      reason: text(detail.reason),
      params: Object.fromEntries(Object.entries(detail).filter(([name]) => !APART.has(name))),
      changes: changesOf(detail.version, byVersion),
      reportId: text(detail.reportId),
      evidenceIds: [detail.evidenceId, detail.evidenceIds].flat().filter((id) => typeof id === 'string'),
    }))
}

function changesOf(version: unknown, versions: ReadonlyMap<number, Version>) {
  if (typeof version !== 'number') return []
  const [before, after] = [versions.get(version - 1), versions.get(version)]
  return before && after ? changedFields(before, after).filter(({ field }) => field !== 'state') : []
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
