/** C0 controls that no text file has; tab, line feed, vertical tab, form feed and carriage return are left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the point
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/

/** Undefined and replaced characters, and private ones, which GB18030 gives for almost any pair of bytes. */
const DOUBTFUL = /[\ue000-\uf8ff\ufffd\uffff]/g

/** False for a binary file that was decoded because GB18030 fits almost anything. */
export function isReadableText(text: string): boolean {
  if (CONTROL.test(text) || !text.isWellFormed()) return false
  const doubtful = text.match(DOUBTFUL)?.length ?? 0
  return doubtful <= 5 || doubtful <= text.length / 50
}
