import type { Kysely } from 'kysely'
import type pg from 'pg'
import { createLagFloor } from './lag-floor.ts'
import { type LogPosition, laterOf, parsePosition } from './log-position.ts'
import type { Told } from './told-client.ts'
import type { Standby, Trail } from './trail.ts'

export interface StandbyOptions {
  /** Of the standbys, or of a proxy before them. */
  urls: readonly string[]
  /** What a standby answers is at most so old. */
  maxLagMs: number
}

/** How a transaction that might have been run on a standby was run. */

export type ReadOutcome = 'standby' | 'behind' | 'away' | 'repeated'

export interface StandbyState {
  isUp: boolean
  /** Of its answers, at most; undefined while nobody knows. */
  lagSeconds: number | undefined
  lagBytes: number | undefined
}

export interface Standbys {
  readonly maxLagMs: number
  /** Where a request may read, with what precedes its scope; undefined: on the primary. */
  choose(trail: Trail): { standby: Standby; opening: string; told: Told } | undefined
  count(outcome: ReadOutcome): void
  /** For those who watch: each standby as it was when last asked, and how often what came of a read. */
  state(): { standbys: readonly StandbyState[]; outcomes: Readonly<Record<ReadOutcome, number>> }
  /** Asks the primary and each standby how far they are; done by itself, too, several times within the limit. */
  look(): Promise<void>
  close(): Promise<void>
}

/** The standby has not come as far as its reader must see. */
export class StandbyBehind extends Error {
  constructor() {
    super('The standby is behind')
    this.name = 'StandbyBehind'
  }
}

interface Known extends Standby {
  pool: pg.Pool
  isUp: boolean
  replayed: LogPosition | undefined
}

interface Opened {
  /** Of the primary, one connection of its own: the question must not wait behind requests. */
  primary: pg.Pool
  standbys: readonly { pool: pg.Pool; kysely: Kysely<Record<never, never>> }[]
}

const LOOKS_WITHIN_LIMIT = 5
const SYSTEM = '(select system_identifier::text from pg_control_system()) as system'
/** No answer of a Citus coordinator: how far its own log has come says nothing of the machines that hold the rows. */
const ASK_PRIMARY = `select pg_current_wal_insert_lsn()::text as position, ${SYSTEM}
  where not exists (select from pg_extension where extname = 'citus')`
const REPLAYED = 'case when pg_is_in_recovery() then pg_last_wal_replay_lsn()::text end'

/** Watches how far the standbys are. Monotonic time only: nobody's clock is compared with another's. */
export function watchStandbys({ maxLagMs }: StandbyOptions, { primary, standbys }: Opened): Standbys {
  const known: Known[] = standbys.map((each) => ({ ...each, isUp: false, replayed: undefined }))
  const floor = createLagFloor(maxLagMs)
  const outcomes: Record<ReadOutcome, number> = { standby: 0, behind: 0, away: 0, repeated: 0 }
  let newest: LogPosition | undefined
  let system: string | undefined
  let turn = 0

  async function lookAtPrimary(): Promise<void> {
    const atMs = performance.now()
    const { rows } = await primary.query<{ position: string; system: string }>(ASK_PRIMARY)
    const position = parsePosition(rows[0]?.position)
    system = rows[0]?.system
    if (position === undefined) return
    newest = position
    floor.note(atMs, position)
  }

  async function lookAt(standby: Known): Promise<void> {
    try {
      const { rows } = await standby.pool.query<{ replayed: string | null; system: string }>(
        `select ${REPLAYED} as replayed, ${SYSTEM}`,
      )
      standby.replayed = parsePosition(rows[0]!.replayed)
      // One that follows nobody has no position; it may be an old primary that has not heard yet.
      standby.isUp = standby.replayed !== undefined && rows[0]!.system === system
    } catch {
      standby.isUp = false
    }
  }

  let looking: Promise<void> | undefined
  function look(): Promise<void> {
    // The primary first: whose standbys they are is known from it.
    looking ??= lookAtPrimary()
      .catch(() => {})
      .then(() => Promise.all(known.map(lookAt)))
      .then(() => {
        looking = undefined
      })
    return looking
  }
  const timer = setInterval(look, maxLagMs / LOOKS_WITHIN_LIMIT).unref()
  void look()

  function choose(trail: Trail) {
    if (!trail.mayLag || trail.place === 'primary') return undefined
    const lowest = floor.at(performance.now())
    const least = laterOf(lowest, trail.after)
    if (lowest === undefined || least === undefined) return undefined
    const standby = known.find((each) => each === trail.place) ?? nextUp()
    if (!standby) return undefined
    trail.place = standby
    const told: Told = {
      opened({ replayed }) {
        standby.replayed = parsePosition(replayed)
        if (standby.replayed === undefined || standby.replayed < least) throw new StandbyBehind()
      },
    }
    return { standby, opening: `select ${REPLAYED} as replayed; `, told }
  }

  function nextUp(): Known | undefined {
    const up = known.filter(({ isUp }) => isUp)
    turn += 1
    return up[turn % up.length]
  }

  return {
    maxLagMs,
    choose,
    count(outcome) {
      outcomes[outcome] += 1
    },
    state: () => ({ standbys: known.map(stateOf), outcomes }),
    look,
    async close() {
      clearInterval(timer)
      await looking
      await Promise.all([primary.end(), ...known.map(({ kysely }) => kysely.destroy())])
    },
  }

  function stateOf({ isUp, replayed }: Known): StandbyState {
    if (!isUp || replayed === undefined || newest === undefined)
      return { isUp, lagSeconds: undefined, lagBytes: undefined }
    const ageMs = floor.ageMs(performance.now(), replayed)
    return {
      isUp,
      lagSeconds: ageMs === undefined ? undefined : ageMs / 1000,
      lagBytes: Math.max(0, Number(newest - replayed)),
    }
  }
}
