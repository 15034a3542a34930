import { invalid } from '../../../kernel/errors.ts'
import type { Register } from '../schema.ts'
import { registerErrors } from './register-errors.ts'

/** @throws the first of `registerErrors` as an error, with the file and how many more there are. */
export function requireSoundRegister(register: Register, file: string): void {
  const [first, ...more] = registerErrors(register)
  if (first === undefined) return
  const { code, ...where } = first
  throw invalid(code, { file, ...where, more: more.length })
}
