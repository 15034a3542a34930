export { type JournalEntry, journal } from './journal.ts'
export { type JournalLine, type JournalPage, type ListJournal, listJournal } from './list-journal.ts'
export { NO_HASH, sealHead } from './seal.ts'
export { type JournalVerdict, verifyJournal } from './verify-journal.ts'
