import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from './drill-session.ts'
import { withClient } from './hold-against.ts'
import type { ServedCity } from './served-city.ts'

interface Dispatched {
  /** Items of the drill. */
  items: number
  /** Items whose dispatch the server has said yes to. */
  acknowledged: number
  /** Items that say that they are dispatched. */
  stored: number
  /** Dispatches in the journal, and messages to the liaison of the unit in charge: one of each for an item. */
  steps: number
  messages: number
}

const ANSWERS_WITHIN_MS = 15_000

/** Dispatches many items one by one, each under a key, while `breakIt` happens; sends again what got no answer. */
export async function drillDispatch(
  city: ServedCity,
  { items, name }: { items: number; name: string },
  breakIt: () => Promise<void>,
): Promise<Dispatched> {
  const ids = await makeItems(city, items, name)
  const acknowledged = new Set<string>()
  let broken: Promise<void> | undefined

  async function dispatch(id: string): Promise<void> {
    const headers = {
      ...city.officer,
      'content-type': 'application/json',
      'idempotency-key': `${name}-${id}`,
    }
    while (!acknowledged.has(id)) {
      const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS)
      const request = { method: 'POST', headers, body: '{"duties":[],"note":""}', signal }
      const answer = await fetch(`${city.address}/api/items/${id}/dispatch`, request).catch(() => undefined)
      const { code } = ((await answer?.json().catch(() => ({}))) ?? {}) as { code?: string }
      // Its answer was lost with the process: that it was carried out is told all the same.
      if (answer?.status === 200 || code === 'kernel.answer-not-kept') acknowledged.add(id)
      else await sleep(100)
      if (acknowledged.size * 3 >= items) broken ??= breakIt()
    }
  }

  const waiting = [...ids]
  const workers = Array.from({ length: 8 }, async () => {
    for (let id = waiting.pop(); id; id = waiting.pop()) await dispatch(id)
  })
  await Promise.all(workers)
  await broken
  return { items, acknowledged: acknowledged.size, ...(await countDispatched(city.databaseUrl(), name)) }
}

export async function makeItems(city: ServedCity, items: number, name: string): Promise<string[]> {
  const unitId = await withClient(city.databaseUrl(), async (client) => {
    const { rows } = await client.query<{ id: string }>(`select id from units.unit where key = 'qingdu'`)
    return rows[0]!.id
  })
  const call = <T>(path: string, body: unknown) => ask<T>(city.address, city.officer, { path, body })
  const ids: string[] = []
  const make = async (at: number) => {
    const body = { title: `${name}-${at}`, leadUnitId: unitId, dueOn: '2030-12-31' }
    const { id } = await call<{ id: string }>('/api/items', body)
    await call(`/api/items/${id}/review`, {})
    ids.push(id)
  }
  for (let at = 0; at < items; at += 8)
    await Promise.all(Array.from({ length: Math.min(8, items - at) }, (_, step) => make(at + step)))
  return ids
}

export function countDispatched(url: string, name: string) {
  return withClient(url, async (client) => {
    const { rows } = await client.query<Pick<Dispatched, 'stored' | 'steps' | 'messages'>>(
      `with own as (select tenant_id, id, state from ledger.item where title like $1)
      select count(*) filter (where state = 'dispatched')::int as stored,
        (select count(*)::int from journal.entry e join own on own.tenant_id = e.tenant_id and own.id::text = e.subject_id
          where e.action = 'ledger.item-dispatched') as steps,
        (select count(*)::int from inbox.message m join own on own.tenant_id = m.tenant_id and own.id::text = m.subject_id
          where m.kind = 'ledger.dispatched') as messages
      from own`,
      [`${name}-%`],
    )
    return rows[0]!
  })
}
