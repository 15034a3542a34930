import { simplifiedScript } from '../../../../kernel/simplified-script.ts'

/** A name for comparing: one width and script, no case, blanks, punctuation or brackets (their content stays). */
export function foldName(text: string): string {
  return simplifiedScript(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%&+]/gu, '')
}
