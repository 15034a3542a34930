import { invalid } from '../../kernel/errors.ts'

/** Throws `platform.file-empty`, `platform.file-over-limit`. */
export function checkFileSize(bytes: number, maxBytes: number): void {
  if (bytes === 0) throw invalid('platform.file-empty')
  if (bytes > maxBytes)
    throw invalid('platform.file-over-limit', { limitMegabytes: Math.floor(maxBytes / 1024 / 1024) })
}
