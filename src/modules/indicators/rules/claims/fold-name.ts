/** A name for comparing: one width, no case, no blanks, no punctuation, no brackets (their content stays). */
export function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%&+]/gu, '')
}
