export { findOnRecord, readingState, readRecord } from './queries/record.ts'
export { Statement } from './schema.ts'
