export { findMissingPartitions } from './find-missing.ts'
export { makePartitions } from './make-partitions.ts'
