const lines =
  'M2.2 5.2H6.2Q10 5.2 10 9V20.8M21.8 5.2H17.8Q14 5.2 14 9V20.8M2.2 10.4H3.4Q6 10.4 6 13V20.8M21.8 10.4H20.6Q18 10.4 18 13V20.8'

/** Four lines come from two sides, bend and stand together. One colour, that of the text around it. */
export function Logo() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={lines} fill="none" stroke="currentColor" stroke-width="2.7" stroke-linecap="round" />
    </svg>
  )
}
