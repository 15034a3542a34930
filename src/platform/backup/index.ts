export { loadBackup } from './load-backup.ts'
export { openBackup } from './open-backup.ts'
export { secretCheck } from './secret-check.ts'
export { type BackupProgress, writeBackup } from './write-backup.ts'
