import type { ChildProcess } from 'node:child_process'
import { chmod, chown, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Place, placesIn, script, writeNodeFile } from './places.ts'
import { postmasterOf, runToEnd, serverUser, signal, start, withChildren } from './processes.ts'

export interface Cluster {
  readonly places: readonly Place[]
  /** The name of the node that PostgreSQL itself says is no standby and Patroni says leads; undefined while nobody does. */
  leader(): Promise<string | undefined>
  /** Until one leads, two stream from it and one of these is synchronous. @throws Error when that takes minutes */
  whole(): Promise<void>
  /** SIGKILL to Patroni and every process of PostgreSQL. */
  kill(name: string): void
  /** SIGSTOP to all of them. */
  freeze(name: string): number[]
  thaw(pids: readonly number[]): void
  /** As systemd would after a kill. */
  restart(name: string): void
}

const WHOLE_LIMIT_MS = 240_000
const ANSWERS_WITHIN_MS = 3000

interface Member {
  name: string
  role: string
  state: string
  lag?: number | string
}

/** Three etcds, three nodes, one proxy, configured by `configure` as on machines of one's own. */
export async function raiseCluster(folder: string, patroni: readonly string[]): Promise<Cluster> {
  const places = placesIn(folder)
  const user = serverUser()
  const bin = await newestPostgres()
  for (const place of places) {
    const file = await writeNodeFile(place, places, bin)
    runToEnd([script('configure'), file, place.folder], { PATRONI: patroni.join(' ') })
    await mkdir(join(place.folder, 'etcd'), { mode: 0o700 })
    const files = ['.', 'patroni.yml', 'haproxy.cfg', 'etcd.conf', 'node.env', 'etcd']
    if (user) for (const each of files) await chown(join(place.folder, each), user.uid, user.gid)
    await chmod(place.folder, 0o700)
  }
  for (const place of places) {
    const env = Object.fromEntries(
      (await readFile(join(place.folder, 'etcd.conf'), 'utf8'))
        .split('\n')
        .filter((line) => line && !line.startsWith('#'))
        .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
    )
    start({ command: ['etcd'], log: join(folder, `etcd-${place.name}.log`), env, user })
  }
  const running = new Map<string, ChildProcess>()
  const begin = (name: string) => {
    const place = placeOf(name)
    const command = [...patroni, join(place.folder, 'patroni.yml')]
    running.set(name, start({ command, log: join(folder, `patroni-${name}.log`), user }))
  }
  for (const { name } of places) begin(name)
  const proxy = ['haproxy', '-db', '-f', join(folder, 'one/haproxy.cfg')]
  start({ command: proxy, log: join(folder, 'haproxy.log'), user })

  function placeOf(name: string): Place {
    return places.find((place) => place.name === name)!
  }

  function pidsOf(name: string): number[] {
    const { pid, exitCode, signalCode } = running.get(name)!
    if (pid === undefined || exitCode !== null || signalCode !== null)
      throw new Error(`Patroni of ${name} has ended`)
    const postmaster = postmasterOf(placeOf(name).folder)
    return [...withChildren(pid), ...(postmaster === undefined ? [] : withChildren(postmaster))]
  }

  /** Status and text; undefined of a node that is frozen or dead. */
  async function ask(place: Place, path: string): Promise<{ status: number; text: string } | undefined> {
    try {
      const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS)
      const answer = await fetch(`http://127.0.0.1:${place.patroni}${path}`, { signal })
      return { status: answer.status, text: await answer.text() }
    } catch {
      return undefined
    }
  }

  async function leader(): Promise<string | undefined> {
    const answers = await Promise.all(places.map(async (place) => (await ask(place, '/primary'))?.status))
    return places[answers.indexOf(200)]?.name
  }

  async function members(): Promise<Member[]> {
    for (const place of places) {
      const answer = await ask(place, '/cluster')
      if (answer?.status === 200) return (JSON.parse(answer.text) as { members: Member[] }).members
    }
    return []
  }

  return {
    places,
    leader,
    async whole() {
      let seen: Member[] = []
      for (const until = Date.now() + WHOLE_LIMIT_MS; Date.now() < until; await sleep(500)) {
        seen = await members()
        const roles = seen.map(({ role }) => role).sort()
        // Before 3.0.3 a standby that streams was called running, too.
        const areWell = seen.every(({ state }) => ['running', 'streaming'].includes(state))
        if (areWell && roles.join(' ') === 'leader replica sync_standby' && (await leader())) return
      }
      throw new Error(`The cluster did not become whole: ${JSON.stringify(seen)}`)
    },
    kill(name) {
      signal(pidsOf(name), 'SIGKILL')
    },
    freeze(name) {
      const postmaster = postmasterOf(placeOf(name).folder)
      // Nothing may be forked between the list and the signal.
      signal([running.get(name)!.pid!, ...(postmaster ? [postmaster] : [])], 'SIGSTOP')
      const pids = pidsOf(name)
      signal(pids, 'SIGSTOP')
      return pids
    },
    thaw: (pids) => signal(pids, 'SIGCONT'),
    restart: begin,
  }
}

async function newestPostgres(): Promise<string> {
  const versions = (await readdir('/usr/lib/postgresql')).map(Number).sort((a, b) => b - a)
  return `/usr/lib/postgresql/${versions[0]}/bin`
}
