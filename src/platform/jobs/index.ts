export type { InstallationTask } from './cron.ts'
export { enqueue } from './enqueue.ts'
export { listFailedJobs } from './list-failed-jobs.ts'
export { startWorker, type Worker } from './start-worker.ts'
