import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanFileName, extensionOf } from './clean-file-name.ts'

describe('A file name', () => {
  it.each([
    ['督查报告.pdf', '督查报告.pdf'],
    ['C:\\Users\\clerk\\台账.xlsx', '台账.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['报告\u202efdp.exe', '报告fdp.exe'],
    ['a\u0000b\r\n\u200b.txt', 'ab.txt'],
    ['  a   b .docx . ', 'a b .docx'],
    ['.htaccess', 'htaccess'],
    ['a<b>:"c"|?*.pdf', 'a_b___c____.pdf'],
    ['CON.txt', '_CON.txt'],
    ['', 'file'],
    ['..', 'file'],
    ['a/', 'file'],
    ['e\u0301.pdf', 'é.pdf'],
  ])('%j becomes %j', (given, cleaned) => {
    expect(cleanFileName(given)).toBe(cleaned)
  })

  it('is cut where file systems end, with its extension kept', () => {
    const cleaned = cleanFileName(`${'督'.repeat(300)}.docx`)
    expect(cleaned).toMatch(/^督+\.docx$/)
    expect(Buffer.byteLength(cleaned)).toBeLessThanOrEqual(240)
    expect([...cleanFileName(`${'a'.repeat(300)}.pdf`)]).toHaveLength(120)
  })

  it('is whatever was given one name that misleads nobody, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const cleaned = cleanFileName(given)
        expect(cleaned).toMatch(/^[^/\\\p{Cc}\p{Cf}<>:"|?*]+$/u)
        expect(cleaned).not.toMatch(/^[\s.]|[\s.]$/u)
        expect(Buffer.byteLength(cleaned)).toBeLessThanOrEqual(255)
        expect(cleanFileName(cleaned)).toBe(cleaned)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['a.PDF', 'pdf'],
    ['a.tar.gz', 'gz'],
    ['a', ''],
    ['a.b c', ''],
  ])('%j has the extension %j', (name, extension) => {
    expect(extensionOf(name)).toBe(extension)
  })
})
