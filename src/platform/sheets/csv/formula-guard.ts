/**
 * A text that a spreadsheet program would run as a formula gets an apostrophe in csv (OWASP, "CSV Injection"); one that
 * already looks guarded gets another, so that reading takes off exactly what writing put on.
 */
const RISKY = /^'*[=+\-@\t\r\n＝＋－＠]/u
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/u

export function guardFormula(text: string): string {
  return RISKY.test(text) ? `'${text}` : text
}

/** The reverse of `guardFormula`. */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text
}
