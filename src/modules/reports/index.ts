export { loadDigest } from './commands/load-digest.ts'
export { findOnRecord, readingState, readRecord } from './queries/record.ts'
export { Statement } from './schema.ts'
