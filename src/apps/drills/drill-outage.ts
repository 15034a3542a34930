import { setTimeout as sleep } from 'node:timers/promises'
import { type Drilled, type KillDrill, underWrites } from './drill-kills.ts'
import type { ServedCity } from './served-city.ts'
import type { TcpProxy } from './tcp-proxy.ts'

export interface OutageDrill extends KillDrill {
  outageMs: number
}

/** Takes the database away for a while under writes; tells what readiness said meanwhile. */
export async function drillOutage(
  city: ServedCity,
  proxy: TcpProxy,
  { outageMs, ...drill }: OutageDrill,
): Promise<Drilled & { readiness: Set<number> }> {
  const readiness = new Set<number>()
  const drilled = await underWrites(city, drill, async () => {
    const back = proxy.dropFor(outageMs)
    await sleep(outageMs / 2)
    readiness.add((await fetch(`${city.address}/api/ready`)).status)
    await back
  })
  return { ...drilled, readiness }
}
