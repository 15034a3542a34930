import type { Context } from '../../kernel/context.ts'
import { type Database, databaseOf } from '../database/index.ts'
import { scopeOf } from '../database/tenant-scope.ts'

/** What is asked, beside who asks: a name and whatever else the answer depends on, as JSON. */
export interface Question {
  readonly name: string
  readonly of?: unknown
  /** The answer is the same for everybody of the tenant. */
  readonly isForAll?: true
}

export interface Kept {
  /** The journal's head when the answer was asked for. */
  readonly seq: number
  readonly answer: Promise<unknown>
  isThere: boolean
}

/** So many answers are kept, pages of some hundred kilobytes among them; the one unused for longest goes first. */
const CAPACITY = 500

const stores = new WeakMap<Database, Map<string, Kept>>()

/** The answers kept beside a database by this process. */
export function answersOf(ctx: Context): Map<string, Kept> {
  const database = databaseOf(ctx)
  const found = stores.get(database)
  if (found) return found
  const made = new Map<string, Kept>()
  stores.set(database, made)
  return made
}

/** Who asks is exactly what row-level security knows of them. */
export function keyOf(ctx: Context, { name, of = null, isForAll }: Question): string {
  return JSON.stringify([name, isForAll ? ctx.tenantId : scopeOf(ctx.tenantId, ctx.actor.grants), of])
}

/** The answer under a key, unless something was written since it was asked for. */
export function findAnswer(answers: Map<string, Kept>, key: string, seq: number): Kept | undefined {
  const kept = answers.get(key)
  if (!kept || kept.seq < seq) return undefined
  answers.delete(key)
  answers.set(key, kept)
  return kept
}

/** Keeps an answer on its way; one that fails is forgotten. */
export function keepAnswer(
  answers: Map<string, Kept>,
  key: string,
  { seq, answer }: Pick<Kept, 'seq' | 'answer'>,
): void {
  // A standby that is behind answers for an earlier head: true of that, and no reason to forget the newer one.
  if ((answers.get(key)?.seq ?? seq) > seq) return
  const kept: Kept = { seq, answer, isThere: false }
  answers.delete(key)
  answers.set(key, kept)
  answer.then(
    () => {
      kept.isThere = true
    },
    () => answers.get(key) === kept && answers.delete(key),
  )
  for (const oldest of answers.keys()) {
    if (answers.size <= CAPACITY) break
    answers.delete(oldest)
  }
}
