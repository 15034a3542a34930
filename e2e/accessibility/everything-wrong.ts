/** A page on which each check finds something; where one of them is blind, the test of the checks fails. */
export const EVERYTHING_WRONG = `<!doctype html>
<html lang="en">
  <title>Everything wrong</title>
  <style>
    #unseen:focus { outline: none }
    #bar { position: fixed; inset: 0 0 auto 0; height: 140px; background: #fff }
    #cut { width: 80px; height: 20px; overflow: hidden; white-space: nowrap }
    #mouse { cursor: pointer }
    #wide { width: 500px }
    button { min-height: 24px }
    #tiny, #tiny + button { all: unset; display: inline-block; width: 8px; height: 8px; background: #000 }
  </style>
  <main>
    <h1>Everything wrong</h1>
    <button type="button" id="covered">under the bar</button>
    <div id="bar"></div>
    <div style="margin-top: 90px">
      <p id="faint" style="color: #bbb">Too faint to be read</p>
      <input id="nameless" />
      <button type="button" id="tiny" aria-label="tiny"></button><button type="button" aria-label="its neighbour"></button>
      <button type="button" id="unseen">no outline</button>
      <div id="mouse">press me</div>
      <p id="cut">More words than there is room for, and no way to read the rest</p>
      <div id="wide">As wide as a window of 500 pixels</div>
      <button type="button" id="trap" onkeydown="if (event.key === 'Tab') event.preventDefault()">never lets go</button>
      <button type="button" id="trapped">never reached</button>
    </div>
  </main>
</html>`
