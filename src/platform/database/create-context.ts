import type { Clock } from '../../kernel/clock.ts'
import type { Actor, Context, Event, Locale, Tx } from '../../kernel/context.ts'
import type { Module } from '../module.ts'
import type { Database } from './database.ts'
import { scopeOf } from './tenant-scope.ts'
import type { Trail } from './trail.ts'

export interface ContextOptions {
  database: Database
  tenantId: string
  actor: Actor
  clock: Clock
  locale: Locale
  modules: readonly Module[]
  /** The request that this is done for. */
  requestId?: string | undefined
  /** Where the request may read and what it has written; without it all is read from the primary. */
  trail?: Trail | undefined
}

/** A symbol, so that a copy of the context (`{ ...ctx, locale }`) still leads to its database. */
const DATABASE = Symbol('database')

const MODULES = Symbol('modules')

interface PlatformContext extends Context {
  readonly [DATABASE]: Database
  readonly [MODULES]: readonly Module[]
}

/** Makes the one argument of commands and queries. Handlers of an event run in the order of `modules`. */
export function createContext(options: ContextOptions): Context {
  const { database, tenantId, actor, clock, locale, modules, requestId, trail } = options
  const scope = { ...scopeOf(tenantId, actor.grants), actorId: actor.userId, ...(requestId && { requestId }) }

  async function emit(tx: Tx, event: Event): Promise<void> {
    if (!modules.some((module) => module.emits?.includes(event.type))) {
      throw new Error(`Event "${event.type}" stands in no module's \`emits\``)
    }
    for (const module of modules) await module.on?.[event.type]?.(context, tx, event.payload)
  }

  const context: PlatformContext = {
    tenantId,
    actor,
    clock,
    locale,
    transaction: (work) => database.forTenant(scope, work, trail),
    emit,
    [DATABASE]: database,
    [MODULES]: modules,
  }
  return context
}

/** The database behind a context, for the platform's own parts. */
export function databaseOf(ctx: Context): Database {
  const database = (ctx as Partial<PlatformContext>)[DATABASE]
  if (!database) throw new Error('This context was not made by createContext')
  return database
}

/** The declarations behind a context, for what one module offers to all others through the platform. */
export function modulesOf(ctx: Context): readonly Module[] {
  const modules = (ctx as Partial<PlatformContext>)[MODULES]
  if (!modules) throw new Error('This context was not made by createContext')
  return modules
}
