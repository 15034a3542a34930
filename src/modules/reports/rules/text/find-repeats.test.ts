import { describe, expect, it } from 'vitest'
import { textOf } from './block.ts'
import { findRepeats } from './find-repeats.ts'
import { fold } from './fold.ts'
import { joinAcrossLists } from './join-across-lists.ts'
import { readLines } from './line.ts'
import { readBlocks } from './read-blocks.ts'

const kept = (text: string) => {
  const blocks = readBlocks(readLines(fold(text)))
  return joinAcrossLists(blocks, findRepeats(blocks)).map(textOf)
}
const LONG =
  '会议明确，围绕水环境治理，完成三十条河道清淤，落实长效管护；围绕绿化，新增公园十二座，方便群众就近休闲。'

describe('passages printed twice', () => {
  it('stay once: of equal paragraphs the first', () => {
    expect(kept(`${LONG}\n会议还研究了其他事项。\n${LONG}`)).toEqual([LONG, '会议还研究了其他事项。'])
  })

  it('stay once: an abstract goes, the fuller paragraph stays', () => {
    const abstract = '围绕水环境治理，完成三十条河道清淤，落实长效管护。'
    expect(kept(`${abstract}\n\n本报讯 昨天开会。\n\n${LONG}`)).toEqual(['本报讯昨天开会。', LONG])
  })

  it('stay once: a list that interrupts a speech and returns in fuller wording, and the speech goes on', () => {
    expect(
      kept(
        `市长说，要把好事办好。\n- 围绕水环境治理，完成三十条河道清淤。\n- 围绕绿化，新增公园十二座，方便群众休闲。\n工作推动要更加具体，责任要落到人。\n${LONG}`,
      ),
    ).toEqual(['市长说，要把好事办好。工作推动要更加具体，责任要落到人。', LONG])
  })

  it('keep a list that stands nowhere else', () => {
    expect(kept('重点任务如下。\n- 六月底前完成河道清淤三十条。\n- 年内新增公园十二座。')).toHaveLength(3)
  })

  it('keep short formulas that recur', () => {
    expect(kept('东湖区工作扎实。\n会议还研究了其他事项。\n西岭区工作扎实。')).toHaveLength(3)
  })
})
