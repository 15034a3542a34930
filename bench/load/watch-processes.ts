import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface Reading {
  /** Megabytes that each process holds, by name. */
  readonly rss: Readonly<Record<string, number>>
  /** Seconds of processor that each has used since it began. */
  readonly cpu: Readonly<Record<string, number>>
}

const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Memory and processor of processes by name, and of PostgreSQL: all that have this one as their parent. */
export function readProcesses(pids: Readonly<Record<string, number>>, postmaster: number): Reading {
  const rss: Record<string, number> = {}
  const cpu: Record<string, number> = {}
  for (const [name, pid] of Object.entries(pids)) {
    const stat = statOf(pid)
    rss[name] = megabytes(pid, 'Rss')
    cpu[name] = stat.own
  }
  const children = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && statOf(Number(name)).parent === postmaster,
  )
  const all = [postmaster, ...children.map(Number)]
  const sum = (what: 'Pss' | 'Pss_Anon') => all.reduce((total, pid) => total + megabytes(pid, what), 0)
  // Shared memory counts once: each process's share of it. It grows until `shared_buffers` are full.
  rss.PostgreSQL = sum('Pss')
  rss['PostgreSQL without shared buffers'] = sum('Pss_Anon')
  const { own, reaped } = statOf(postmaster)
  cpu.PostgreSQL = children.reduce((sum, pid) => sum + statOf(Number(pid)).own, own + reaped)
  return { rss, cpu }
}

/** Fields of /proc/PID/stat (proc(5)), behind the name, which may hold anything. */
function statOf(pid: number): { parent: number; own: number; reaped: number } {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const seconds = (at: number) => (fields[at]! + fields[at + 1]!) / TICKS
    return { parent: fields[1]!, own: seconds(11), reaped: seconds(13) }
  } catch {
    return { parent: 0, own: 0, reaped: 0 }
  }
}

function megabytes(pid: number, what: 'Rss' | 'Pss' | 'Pss_Anon'): number {
  try {
    const found = new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(
      readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'),
    )
    return Number(found?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
