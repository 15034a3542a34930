export { type EnqueueOptions, enqueue } from './enqueue.ts'
export { type FailedJob, listFailedJobs } from './list-failed-jobs.ts'
export { type JobLogger, startWorker, type Worker } from './start-worker.ts'
