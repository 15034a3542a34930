import type { User } from './user.ts'

export interface Review {
  readonly reviewId: string
  readonly speakerIds: readonly string[]
}

/** The review that is looked at and written in: frozen by an officer over HTTP, once for a city. */
export async function openReview(officer: User, unitIds: readonly string[]): Promise<Review> {
  const ask = async (method: string, path: string, body?: unknown) => {
    const { status, json } = await officer.ask({ kind: 'prepare', method, path, body })
    if (status >= 300 || status === 0) throw new Error(`${method} ${path} answered ${status}`)
    return json
  }
  // One that leads little: what its sheet is held against is then asked for quickly.
  const speakerIds = unitIds.slice(-1)
  const { reviews } = await ask('GET', '/api/reviews/cycles')
  const there = reviews?.find(({ title }) => title === TITLE)
  const opened = there ?? (await ask('POST', '/api/reviews/cycles', OPENED))
  const reviewId = opened.id!
  if (opened.stage === 'collecting') {
    const at = `/api/reviews/cycles/${reviewId}`
    const points = speakerIds.map((unitId) => ({ kind: 'speech', unitId }))
    await ask('PUT', `${at}/agenda`, { version: opened.version, points })
    for (const unitId of speakerIds)
      await ask('POST', `${at}/lines`, { unitId, side: 'shortfall', words: '负载期间补充的一句' })
    const { version } = await ask('GET', at)
    await ask('POST', `${at}/stage`, { to: 'frozen', version, withStale: true })
  }
  return { reviewId, speakerIds }
}

const TITLE = '负载下的季度讲评'
const OPENED = { period: '2026Q4', title: TITLE, heldAt: '2026-12-20T09:00:00+08:00' }
