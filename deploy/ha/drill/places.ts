import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Ports of one node, on loopback. */
export interface Place {
  readonly name: string
  readonly folder: string
  readonly postgres: number
  readonly patroni: number
  readonly etcd: number
  readonly peer: number
}

export const PRIMARY_PORT = 26_500
export const REPLICA_PORT = 26_501
export const WEB_PORT = 26_580
/** For rehearsals; an installation chooses its own. */
export const PASSWORD = 'drill'

const HA = fileURLToPath(new URL('../', import.meta.url))

export const script = (name: string) => join(HA, name)

export function placesIn(folder: string): Place[] {
  return ['one', 'two', 'three'].map((name, index) => ({
    name,
    folder: join(folder, name),
    postgres: 26_431 + index,
    patroni: 26_081 + index,
    etcd: 26_791 + index,
    peer: 26_801 + index,
  }))
}

/** What `configure` reads: the same file as on a machine of one's own. */
export async function writeNodeFile(place: Place, places: readonly Place[], bin: string): Promise<string> {
  const members = places.map(
    ({ name, postgres, patroni, etcd, peer }) => `${name}=127.0.0.1:${postgres}:${patroni}:${etcd}:${peer}`,
  )
  const lines = {
    NODE: place.name,
    ADDRESS: '127.0.0.1',
    MEMBERS: `"${members.join(' ')}"`,
    NETWORK: '127.0.0.1/32',
    DATA: join(place.folder, 'data'),
    ETCD_DATA: join(place.folder, 'etcd'),
    POSTGRES_BIN: bin,
    PROXY_ADDRESS: '127.0.0.1',
    PROXY_PRIMARY_PORT: PRIMARY_PORT,
    PROXY_REPLICA_PORT: REPLICA_PORT,
    SUPERUSER_PASSWORD: PASSWORD,
    REPLICATION_PASSWORD: PASSWORD,
  }
  await mkdir(place.folder, { recursive: true })
  const file = join(place.folder, 'node.env')
  const text = Object.entries(lines).map(([name, value]) => `${name}=${value}\n`)
  await writeFile(file, text.join(''), { mode: 0o600 })
  return file
}

export const primaryUrl = (database: string) =>
  `postgres://postgres:${PASSWORD}@127.0.0.1:${PRIMARY_PORT}/${database}`
export const replicaUrl = (database: string) =>
  `postgres://postgres:${PASSWORD}@127.0.0.1:${REPLICA_PORT}/${database}`
