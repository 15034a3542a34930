export { emulateCitus } from './citus/emulate-citus.ts'
export { drainJobs } from './drain-jobs.ts'
export { openTestCity, type TestCity } from './open-test-city.ts'
export { openTestDatabase, type TestDatabase } from './open-test-database.ts'
