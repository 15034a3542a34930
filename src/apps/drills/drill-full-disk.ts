import { setTimeout as sleep } from 'node:timers/promises'
import { type Drilled, type KillDrill, underWrites } from './drill-kills.ts'
import type { ServedCity } from './served-city.ts'
import type { SmallDisk } from './small-disk.ts'
import { newTally } from './tally.ts'

/** A table grows with the next writes; what was set aside for it and for the log lasts for some of them. */
const FULL_WITHIN_MS = 60_000

/** Fills the disk that database and files stand on until writes are refused for that reason, and makes room again. */
export async function drillFullDisk(city: ServedCity, disk: SmallDisk, drill: KillDrill): Promise<Drilled> {
  const tally = newTally()
  const refused = () => (tally.statuses.get(507) ?? 0) + (tally.statuses.get(503) ?? 0)
  return underWrites(city, { ...drill, tally }, async () => {
    const [before, until] = [refused(), performance.now() + FULL_WITHIN_MS]
    while (refused() <= before + drill.writers && performance.now() < until) {
      // The database gives back a piece of its log now and then: that is taken, too.
      disk.fill()
      await sleep(50)
    }
    disk.clear()
  })
}

/** Hands in a file of a few megabytes as evidence of nothing: the answer's status and its sentence. */
export async function handIn({ address, officer }: ServedCity): Promise<{ status: number; code: string }> {
  const form = new FormData()
  const lines = Array.from({ length: 60_000 }, (_, row) => `编号${row},一件需要占地方的事项,云泊新区`)
  form.append('file', new File([['编号,事项,牵头单位', ...lines].join('\n')], '台账.csv'))
  const answer = await fetch(`${address}/api/sheets`, { method: 'POST', headers: officer, body: form })
  const { code = '' } = (await answer.json()) as { code?: string }
  return { status: answer.status, code }
}
