import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Context, Tx } from '../kernel/context.ts'
import type { PermissionTable, Role, Scope } from '../kernel/permissions.ts'
import type { WorkingCalendar } from '../kernel/working-calendar.ts'
import type { RetainedKind } from './partitions/retention.ts'

/** Fastify with zod schemas; every route sets `config: { permission }` (a declared one, `public` or `signed-in`). */
export type HttpApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** Layers point strictly down; modules of one layer do not import each other (DESIGN.md, Shape). */
export type Layer = 'foundation' | 'records' | 'judgement'

export type EventHandler = (ctx: Context, tx: Tx, payload: unknown) => Promise<void>

/** What a job knows of itself while it runs. */
export interface JobRun {
  /** Aborted when the process is about to stop: end soon, the job is run again. */
  readonly signal: AbortSignal
  /** The key that it was enqueued with, or null. */
  readonly jobKey: string | null
  /** 1 at the first try. */
  readonly attempt: number
}

/**
 * Does one job as the installation itself, in the tenant that enqueued it. It may run twice (a process that
 * is killed leaves its jobs to the next one), so what it writes must be the same the second time.
 */
export type JobHandler = (ctx: Context, payload: unknown, run: JobRun) => Promise<void>

/** A job that every tenant gets when the pattern says so: `minute hour * * *` in the city's time. */
export interface CronEntry {
  readonly job: string
  readonly pattern: string
}

/** Which accounts are asked for; an account must meet all that is given. */
export interface AccountQuery {
  readonly ids?: readonly string[]
  /** Accounts that hold one of these, or a role of the city's own in its place, also for somebody on leave. */
  readonly roles?: readonly Role[]
  /** Accounts that answer for one of these units themselves; with `roles`, those that hold the role there. */
  readonly unitIds?: readonly string[]
  /** Leaves out accounts that may not sign in any more; asking by role or unit always does. */
  readonly isActive?: true
}

/** A role of the work as an account holds it today. */
export interface HeldRole {
  /** A built-in role, or one of the city's own. */
  readonly key: string
  /** The built-in role in whose place it stands. */
  readonly basis: Role
  /** Of a role of the city's own; null where the catalogues have them. */
  readonly names: Readonly<Record<'zh-CN' | 'en', string>> | null
  /** As the city changed them; null: as the modules declare for the built-in role. */
  readonly permissions: Readonly<Record<string, Scope>> | null
  /** Where its scope `own` begins; null for nowhere. */
  readonly unitId: string | null
  /** Whose role it is, when they are on leave and have handed it over; until which day. */
  readonly inNameOf: { readonly id: string; readonly name: string } | null
  readonly until: string | null
}

/** An account as it is kept. */
export interface PlainAccount {
  readonly id: string
  readonly username: string
  /** The role title that stands in the journal, never a person's name. */
  readonly name: string
  /** The administrators' one, if it is one's; of an `Account` also those in whose place its own roles stand today. */
  readonly roles: readonly Role[]
  readonly unitId: string | null
}

/** Whom a live session belongs to. What the roles allow is added by the platform (`actorOf`). */
export interface Account extends PlainAccount {
  readonly held: readonly HeldRole[]
}

/** A live session: whose it is, and what they must do before anything else is open to them. */
export interface SessionHolder {
  readonly sessionId: string
  readonly account: Account
  /** `change-password`, for example; while there is one, only routes with `evenWithDuties` open. */
  readonly duties: readonly string[]
}

/** Whom a live API token acts for, and with which part of their permissions at most. */
export interface TokenHolder {
  readonly tokenId: string
  /** Stands in the journal beside the account's. */
  readonly tokenName: string
  readonly account: Account
  readonly permissions: readonly string[]
}

/** What a partition of a table holds, as keys: from `from` on, before `until`. */
export interface KeyRange {
  /** `schema.table` */
  readonly table: string
  readonly from: string
  readonly until: string
}

/** What one tenant has of a kind in a partition: statements by their id, observations by their period's number. */
export interface TenantKeyRange extends Omit<KeyRange, 'table'> {
  readonly tenantId: string
  readonly kind: RetainedKind
}

/** A module's declaration. `npm run arch` compares it with what the code does. */
export interface Module {
  readonly name: string
  readonly layer: Layer
  readonly dependsOn: readonly string[]
  /** The folder of its numbered `.sql` files. */
  readonly migrations?: URL
  /** Tables that carry no tenant: `schema.table` with the reason (invariant 11). */
  readonly referenceTables?: Readonly<Record<string, string>>
  readonly permissions?: PermissionTable
  readonly routes?: (app: HttpApp) => void
  /** Events that it emits. */
  readonly emits?: readonly string[]
  /** Events that it listens to, by type. */
  readonly on?: Readonly<Record<string, EventHandler>>
  /** What runs outside a request, by name (`ledger.remind`); see src/platform/jobs. */
  readonly jobs?: Readonly<Record<string, JobHandler>>
  readonly crons?: readonly CronEntry[]
  /** Folder with `messages.zh-CN.json` and `messages.en.json`, one key per error code. */
  readonly messages?: URL
  /** Given by the one module that knows who people are: whose live session a token opens. */
  readonly findSessionAccount?: (ctx: Context, tx: Tx, token: string) => Promise<SessionHolder | undefined>
  /** Given by the same module: whom the secret of an API token acts for. */
  readonly findTokenHolder?: (ctx: Context, tx: Tx, secret: string) => Promise<TokenHolder | undefined>
  /** Given by the same module: the accounts that a query names, by username; asked with `findAccounts`. */
  readonly findAccounts?: (ctx: Context, tx: Tx, query: AccountQuery) => Promise<readonly Account[]>
  /** Given by the same module: who has everything of these accounts in hand today, by the account that is away. */
  readonly findStandIns?: (
    ctx: Context,
    tx: Tx,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, string[]>>
  /** Given by the one module that keeps the city's local days: which days are worked; asked with `workingCalendarOf`. */
  readonly workingCalendar?: (ctx: Context, tx: Tx) => Promise<WorkingCalendar>
  /**
   * How many of the module's rows point at what a partition holds, by what they are (`ledger.items`). What is pointed at
   * stays: retention asks every module for each tenant (decision 31).
   */
  readonly pointsAt?: (tx: Tx, range: TenantKeyRange) => Promise<Readonly<Record<string, number>>>
  /** Given by the one module that owns the register: a unit and all units below it. */
  readonly unitSubtree?: (tx: Tx, unitId: string) => Promise<readonly string[]>
  /** Given by the same module: a unit and all units above it. */
  readonly unitsAbove?: (tx: Tx, unitId: string) => Promise<readonly string[]>
}
