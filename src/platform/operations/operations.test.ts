import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '../../apps/modules.ts'
import { buildServer } from '../http/index.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import { createMetrics, createReadiness, startOperationsServer } from './index.ts'

let city: TestCity

beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

it('says what is missing before requests should be sent here', async () => {
  const { database } = city
  const readiness = createReadiness({ database, modules, folder: '/' })
  expect(await readiness.check()).toMatchObject({ ready: true })

  const full = createReadiness({ database, modules, folder: '/', leastFreeBytes: Number.POSITIVE_INFINITY })
  expect(await full.check()).toMatchObject({ ready: false, checks: { disk: false, database: true } })

  await sql`create table public.kept as select * from platform.migration where module = 'inbox'`.execute(
    database.owner,
  )
  await sql`delete from platform.migration where module = 'inbox'`.execute(database.owner)
  expect(await readiness.check()).toMatchObject({ ready: false, checks: { migrations: false } })
  await sql`insert into platform.migration select * from public.kept`.execute(database.owner)

  const app = await buildServer({ database, modules, clock: city.clock, strict: true, readiness })
  expect((await app.inject('/api/ready')).statusCode).toBe(200)
  readiness.leave()
  const leaving = await app.inject('/api/ready')
  expect([leaving.statusCode, leaving.json()]).toMatchObject([503, { checks: { process: false } }])
  // Requests that still come are served.
  expect((await app.inject('/api/health')).statusCode).toBe(200)
  await app.close()
})

it('counts requests by pattern and status, jobs, pool and memory, and tells nothing of a person', async () => {
  const { database } = city
  const metrics = createMetrics(database)
  const app = await buildServer({ database, modules, clock: city.clock, metrics })
  await app.inject('/api/health')
  await app.inject('/api/items/7c1a2b3c-0000-4000-8000-000000000000')
  await app.inject({ method: 'GET', url: '/api/nobody/zhang-san?name=zhang-san' })
  await app.close()
  metrics.job({ job: 'inbox.send-mail', outcome: 'failed', seconds: 0.2 })
  const readiness = createReadiness({ database, modules })
  const server = await startOperationsServer({ host: '127.0.0.1', port: 0, readiness, metrics })
  const text = await (await fetch(`${server.address}/metrics`)).text()
  expect(text).toMatch(/_seconds_count\{method="GET",route="\/api\/health",status="200"\} 1/)
  expect(text).toMatch(/_seconds_bucket\{method="GET",route="\/api\/health",status="200",le="\+Inf"\} 1/)
  expect(text).toMatch(/route="none",status="404"\} 1/)
  expect(text).toContain(
    'quarterdeck_job_duration_seconds_bucket{job="inbox.send-mail",outcome="failed",le="0.1"} 0',
  )
  expect(text).toContain(
    'quarterdeck_job_duration_seconds_bucket{job="inbox.send-mail",outcome="failed",le="0.25"} 1',
  )
  expect(text).toMatch(/quarterdeck_database_up 1\n/)
  expect(text).toMatch(/quarterdeck_jobs_waiting\{state="due"\} \d+\n/)
  expect(text).not.toMatch(/zhang|7c1a2b3c/)
  // Each line is as Prometheus reads it.
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? [\d.e+-]+)$/)
  expect((await fetch(`${server.address}/api/health`)).status).toBe(404)
  expect((await fetch(`${server.address}/metrics`, { method: 'POST' })).status).toBe(405)
  await server.close()
})
