import { invalid } from '../../../kernel/errors.ts'
import { type IntakeLimits, intakeLimits } from './limits.ts'

/**
 * Refuses a file by its size alone, so that a large one never has to be read.
 * Throws `reports.empty-file`, `reports.too-large`.
 */
export function checkSize(bytes: number, limits: Pick<IntakeLimits, 'maxBytes'> = intakeLimits): void {
  if (bytes === 0) throw invalid('reports.empty-file')
  if (bytes > limits.maxBytes)
    throw invalid('reports.too-large', {
      megabytes: Math.ceil(bytes / 1024 / 1024),
      limitMegabytes: Math.floor(limits.maxBytes / 1024 / 1024),
    })
}
