import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from 'kysely'
import { systemClock } from '../../kernel/clock.ts'
import type { Database } from '../database/index.ts'
import { findMissingPartitions } from '../partitions/index.ts'

/** Names no person, path parameter or tenant: a route is its pattern. */
export interface RequestSeen {
  method: string
  route: string
  status: number
  seconds: number
}

export interface JobSeen {
  job: string
  outcome: 'done' | 'failed'
  seconds: number
}

export interface Metrics {
  request(seen: RequestSeen): void
  job(seen: JobSeen): void
  /** All of it in Prometheus' text format. */
  text(): Promise<string>
}

/** Upper bounds in seconds; screens should come in 0.1, printed books take some. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

type Labels = Readonly<Record<string, string | number>>

interface Timed {
  labels: Labels
  buckets: number[]
  count: number
  sum: number
}

/** Counts in this process; the names follow Prometheus, Metric and label naming. */
export function createMetrics(database: Database): Metrics {
  const requests = new Map<string, Timed>()
  const jobs = new Map<string, Timed>()
  const loop = monitorEventLoopDelay({ resolution: 20 })
  loop.enable()

  async function text(): Promise<string> {
    const { total, idle, waiting } = database.pool()
    const memory = process.memoryUsage()
    const lag = { mean: loop.mean / 1e9, p99: loop.percentile(99) / 1e9, max: loop.max / 1e9 }
    loop.reset()
    const queue = await jobsWaiting(database).catch(() => undefined)
    const missing = await findMissingPartitions(database, systemClock()).catch(() => undefined)
    const lines = [
      ...histogram('quarterdeck_http_request_duration_seconds', 'Requests by route and status', requests),
      ...histogram('quarterdeck_job_duration_seconds', 'Jobs by name and outcome', jobs),
      ...gauge('quarterdeck_database_up', 'Whether the database answered', [[{}, queue ? 1 : 0]]),
      ...gauge('quarterdeck_jobs_waiting', 'Jobs by state', queue ?? []),
      ...gauge(
        'quarterdeck_partitions_missing',
        'Tables without a partition for a quarter from now',
        missing ? [[{}, missing.length]] : [],
      ),
      ...gauge('quarterdeck_pool_connections', 'Connections of the pool', [
        [{ state: 'idle' }, idle],
        [{ state: 'busy' }, total - idle],
      ]),
      ...gauge('quarterdeck_pool_waiting', 'Queries that wait for a connection', [[{}, waiting]]),
      ...replicaLines(database),
      ...gauge(
        'quarterdeck_event_loop_lag_seconds',
        'Delay of the event loop since it was last asked',
        Object.entries(lag).map(([stat, value]) => [{ stat }, Number.isFinite(value) ? value : 0]),
      ),
      ...gauge('quarterdeck_memory_bytes', 'Memory of this process', [
        [{ kind: 'rss' }, memory.rss],
        [{ kind: 'heap_used' }, memory.heapUsed],
        [{ kind: 'external' }, memory.external],
      ]),
      ...gauge('quarterdeck_uptime_seconds', 'Since this process began', [[{}, process.uptime()]]),
    ]
    return `${lines.join('\n')}\n`
  }

  return {
    request: ({ method, route, status, seconds }) => time(requests, { method, route, status }, seconds),
    job: ({ job, outcome, seconds }) => time(jobs, { job, outcome }, seconds),
    text,
  }
}

function time(into: Map<string, Timed>, labels: Labels, seconds: number): void {
  const key = written(labels)
  let timed = into.get(key)
  if (!timed) {
    timed = { labels, buckets: BUCKETS.map(() => 0), count: 0, sum: 0 }
    into.set(key, timed)
  }
  timed.count += 1
  timed.sum += seconds
  for (const [index, bound] of BUCKETS.entries()) if (seconds <= bound) timed.buckets[index]! += 1
}

function histogram(name: string, help: string, all: ReadonlyMap<string, Timed>): string[] {
  const lines = [`# HELP ${name} ${help}`, `# TYPE ${name} histogram`]
  for (const { labels, buckets, count, sum } of all.values()) {
    for (const [index, bound] of BUCKETS.entries())
      lines.push(`${name}_bucket${written({ ...labels, le: bound })} ${buckets[index]}`)
    lines.push(`${name}_bucket${written({ ...labels, le: '+Inf' })} ${count}`)
    lines.push(`${name}_sum${written(labels)} ${sum}`, `${name}_count${written(labels)} ${count}`)
  }
  return lines
}

type Values = readonly (readonly [Labels, number])[]

function gauge(name: string, help: string, values: Values, type = 'gauge'): string[] {
  const head = [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
  return [...head, ...values.map(([labels, value]) => `${name}${written(labels)} ${value}`)]
}

const counter = (name: string, help: string, values: Values) => gauge(name, help, values, 'counter')

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(String(value))}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

const escaped = (value: string) => value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')

/** None without replicas; they are told by their place in the setting, so that no host stands in a label. */
function replicaLines({ standbys }: Database): string[] {
  if (!standbys) return []
  const { standbys: states, outcomes } = standbys.state()
  const of = (value: (state: (typeof states)[number]) => number | undefined) =>
    states.map((state, index) => [{ replica: index + 1 }, value(state) ?? Number.NaN] as const)
  return [
    ...gauge(
      'quarterdeck_replica_up',
      'Whether the replica answered and follows this database',
      of(({ isUp }) => (isUp ? 1 : 0)),
    ),
    ...gauge(
      'quarterdeck_replica_lag_seconds',
      'How old the answers of the replica are at most',
      of(({ lagSeconds }) => lagSeconds),
    ),
    ...gauge(
      'quarterdeck_replica_lag_bytes',
      'Log that the replica has not replayed',
      of(({ lagBytes }) => lagBytes),
    ),
    ...counter(
      'quarterdeck_replica_reads_total',
      'Transactions that were offered to a replica, by what came of it; all but "standby" were run on the primary',
      Object.entries(outcomes).map(([outcome, count]) => [{ outcome }, count]),
    ),
  ]
}

/** By the database's clock, over all processes. */
async function jobsWaiting({ owner }: Database): Promise<[Labels, number][]> {
  const { rows } = await sql<{ running: number; due: number; later: number; failed: number }>`
    select count(*) filter (where locked_at is not null)::int as running,
      count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= now())::int as due,
      count(*) filter (where locked_at is null and attempts < max_attempts and run_at > now())::int as later,
      count(*) filter (where locked_at is null and attempts >= max_attempts)::int as failed
    from graphile_worker._private_jobs`.execute(owner)
  return Object.entries(rows[0]!).map(([state, count]) => [{ state }, count])
}
