import type { TaskList } from 'graphile-worker'
import { makePartitions } from '../partitions/index.ts'
import { cronEntries, enqueueForTenants, type InstallationTask, PARTITIONS_TASK, tickTask } from './cron.ts'
import { type JobWorld, runJob } from './run-job.ts'

/** What the modules declare, as graphile-worker calls it. @throws Error on a name that is not its module's */
export function taskList(world: JobWorld, own: readonly InstallationTask[] = []): TaskList {
  const tasks: TaskList = {}
  for (const { name: module, jobs } of world.modules) {
    for (const name of Object.keys(jobs ?? {})) {
      if (!name.startsWith(`${module}.`))
        throw new Error(`Job "${name}" of ${module} should be "${module}.…"`)
      tasks[name] = (envelope, { abortSignal: signal, job }) => {
        const run = { signal, jobKey: job.key, attempt: job.attempts }
        return timed(world, name, () => runJob(world, { name, envelope, run }))
      }
    }
  }
  for (const { job } of cronEntries(world.modules)) {
    tasks[tickTask(job)] = () => enqueueForTenants(world.database, job)
  }
  tasks[PARTITIONS_TASK] = () =>
    timed(world, PARTITIONS_TASK, async () => {
      await makePartitions(world.database, world.clock)
    })
  for (const { name, run } of own) tasks[name] = () => timed(world, name, run)
  return tasks
}

async function timed({ metrics }: JobWorld, job: string, work: () => Promise<void>): Promise<void> {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  try {
    await work()
    metrics?.job({ job, outcome: 'done', seconds: seconds() })
  } catch (error) {
    metrics?.job({ job, outcome: 'failed', seconds: seconds() })
    throw error
  }
}
