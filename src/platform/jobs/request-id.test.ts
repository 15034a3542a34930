import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { buildServer } from '../http/index.ts'
import type { HttpApp, Module } from '../module.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import { enqueue } from './index.ts'
import { runJob } from './run-job.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

const room: Module = {
  name: 'room',
  layer: 'records',
  dependsOn: [],
  jobs: {
    'room.begin': async (ctx) => ctx.transaction((tx) => enqueue(tx, ctx, { job: 'room.end' })),
    'room.end': async () => {
      throw new Error('no end')
    },
  },
  routes: (app: HttpApp) =>
    app.get(
      '/api/room',
      {
        config: { permission: 'public' },
        schema: { operationId: 'room', summary: 'Room', response: { 200: z.object({ id: z.string() }) } },
      },
      async ({ id, context }) => {
        await context.transaction((tx) => enqueue(tx, context, { job: 'room.begin' }))
        return { id }
      },
    ),
}

it('carries the id of a request through the jobs that it causes, into the reason of one that fails', async () => {
  const { database, clock } = city
  const modules = [room]
  const app = await buildServer({ database, modules, clock, strict: true })
  const { id } = (await app.inject('/api/room')).json() as { id: string }
  await app.close()
  const waiting = async (job: string) => {
    const { rows } = await sql<{ payload: { requestId: string } }>`
      select jobs.payload from graphile_worker._private_jobs jobs
      join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
      where tasks.identifier = ${job}`.execute(database.owner)
    return rows[0]!.payload
  }
  const begin = await waiting('room.begin')
  expect(begin.requestId).toBe(id)
  const run = { signal: new AbortController().signal, jobKey: null, attempt: 1 }
  const world = { database, modules, clock }
  await runJob(world, { name: 'room.begin', envelope: begin, run })
  const end = await waiting('room.end')
  expect(end.requestId).toBe(id)
  await expect(runJob(world, { name: 'room.end', envelope: end, run })).rejects.toThrow(
    `no end (request ${id})`,
  )
})
