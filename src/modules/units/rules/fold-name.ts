import { simplifiedScript } from '../../../kernel/simplified-script.ts'

/** A name as it is compared: NFKC, without white space, in simplified script, one character at a time. */
export function foldName(name: string): string {
  return simplifiedScript(name.normalize('NFKC').replace(/\s+/gu, ''))
}
