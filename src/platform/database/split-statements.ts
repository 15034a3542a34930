/** What a semicolon may stand in without ending a statement; and the semicolon itself. */
const TOKENS =
  /--.*|\/\*[\s\S]*?\*\/|(?<!\w)[eE]'(?:[^'\\]|''|\\[\s\S])*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?\1|;/g

const COMMENTS = /--.*|\/\*[\s\S]*?\*\//g

/** The statements of a migration one by one. Not for bodies in `begin atomic … end`, which we do not write. */
export function splitStatements(text: string): string[] {
  const statements: string[] = []
  let from = 0
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (token !== ';') continue
    statements.push(text.slice(from, index))
    from = index + 1
  }
  statements.push(text.slice(from))
  return statements.filter((each) => each.replace(COMMENTS, '').trim() !== '')
}
