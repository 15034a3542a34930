import { invalid } from '../../kernel/errors.ts'
import type { StandbyOptions } from '../../platform/database/index.ts'

const LAG_S = '5'
const LONGEST_LAG_S = 300

/**
 * QUARTERDECK_REPLICA_URL (addresses with commas between) and QUARTERDECK_REPLICA_LAG_SECONDS.
 * @throws `platform.malformed-replica-url`, `platform.malformed-replica-lag`
 */
export function readStandbys(env: NodeJS.ProcessEnv): StandbyOptions | undefined {
  const urls = (env.QUARTERDECK_REPLICA_URL ?? '').split(',').flatMap((each) => each.trim() || [])
  if (urls.length === 0) return undefined
  // Not shown when it is refused: it may hold a password.
  const wrong = urls.findIndex((each) => !/^postgres(ql)?:\/\//.test(each))
  if (wrong >= 0) throw invalid('platform.malformed-replica-url', { number: wrong + 1 })
  if (!env.DATABASE_URL) throw invalid('platform.replica-needs-database')
  const value = env.QUARTERDECK_REPLICA_LAG_SECONDS || LAG_S
  const seconds = Number(value)
  if (!/^\d+$/.test(value) || seconds < 1 || seconds > LONGEST_LAG_S)
    throw invalid('platform.malformed-replica-lag', { value, most: LONGEST_LAG_S })
  return { urls, maxLagMs: seconds * 1000 }
}
