/**
 * The header under which a file is saved or shown, its name as RFC 8187 (3.2.1) writes it: whatever stands in a name that
 * somebody gave ends neither the parameter nor the header.
 */
export function fileDisposition(fileName: string, kind: 'attachment' | 'inline' = 'attachment'): string {
  const name = encodeURIComponent(fileName.toWellFormed()).replace(
    // What URIs leave as it is.
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename*=UTF-8''${name}`
}
