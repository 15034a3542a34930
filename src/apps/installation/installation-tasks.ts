import type { InstallationTask } from '../../platform/jobs/index.ts'
import { listTenants } from '../../platform/tenants/index.ts'
import type { Installation } from './open-installation.ts'
import { retainDue } from './retain-due.ts'
import type { Settings } from './settings.ts'

/** What a worker does at night for the whole installation; of several workers one does it. */
export function installationTasks(
  installation: Pick<Installation, 'database' | 'asSystem'>,
  { retention = {}, retainTo }: Pick<Settings, 'retention' | 'retainTo'>,
): InstallationTask[] {
  const { database } = installation
  const sweep: InstallationTask = {
    name: 'platform:sweep-files',
    // 03:10 in the city.
    match: '10 19 * * *',
    async run() {
      await database.files?.sweep((await listTenants(database)).map(({ id }) => id))
    },
  }
  // Dropping what is old wants a place to keep it that somebody has chosen.
  if (retainTo === undefined || Object.keys(retention).length === 0) return [sweep]
  const retain: InstallationTask = {
    name: 'platform:retain',
    // 03:30 in the city, after new partitions were made.
    match: '30 19 * * *',
    async run() {
      await retainDue(installation, { retention, folder: retainTo, apply: true })
    },
  }
  return [sweep, retain]
}
