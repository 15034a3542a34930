import { expect, it } from 'vitest'
import { fileNameOf } from './table-file.ts'

it('keeps the name of a workbook as the server gives it, in any script', () => {
  expect(fileNameOf(`attachment; filename="a.xlsx"; filename*=UTF-8''%E4%BA%BA%E5%9D%87.xlsx`)).toBe(
    '人均.xlsx',
  )
  expect(fileNameOf('attachment; filename="pace.xlsx"')).toBe('pace.xlsx')
  expect(fileNameOf(null)).toBeUndefined()
})
