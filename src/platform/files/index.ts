export {
  DEFAULT_MAX_BYTES,
  FILE_PLACES,
  type FilePlace,
  type FileStore,
  type StoredFile,
} from './file-store.ts'
export { filesOf } from './files-of.ts'
export { createFolderStore } from './folder-store.ts'
export { isReadableText } from './inspect/is-readable-text.ts'
export { readOle } from './inspect/read-ole.ts'
export { startsWith } from './inspect/starts-with.ts'
export { type DecodedText, tryDecodeText } from './inspect/try-decode-text.ts'
export { type MovedFiles, moveFiles } from './move-files.ts'
export { createPostgresStore } from './postgres-store.ts'
export { receiveFile } from './receive-file.ts'
export { createS3Store } from './s3/s3-store.ts'
