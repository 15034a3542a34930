export { type JournalEntry, journal } from './journal.ts'
export { listJournal } from './list-journal.ts'
export { NO_HASH, sealHead } from './seal.ts'
export { type JournalVerdict, verifyJournal } from './verify-journal.ts'
