/** Widths of the letters from blank to ~ in Source Sans 3, weight 400, in thousandths of the size of type. */
const widths = [
  200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497,
  497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263,
  479, 579, 486, 727, 647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497,
  500, 542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419,
  338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497,
]
/** Semibold is so much wider. */
const strongly = 1.05

const widthOfLetter = (letter: string): number => {
  if (letter === '\u00a0' || letter === '\u202f') return 200
  const plain = letter.normalize('NFD').codePointAt(0)! - 32
  return widths[plain] ?? (plain < 0 ? 0 : 540)
}

/** How wide a text is drawn, in the units of its size. */
export function widthOf(text: string, size: number, strong = false): number {
  let sum = 0
  for (const letter of text) sum += widthOfLetter(letter)
  return (sum / 1000) * size * (strong ? strongly : 1)
}

/** The text, or as much of it as there is room for. */
export function cut(text: string, room: number, size: number, strong = false): string {
  if (widthOf(text, size, strong) <= room) return text
  const letters = [...text]
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, size, strong) > room) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** The text in lines that have room for their words; a word that is too long for a line is cut. */
export function wrap(text: string, room: number, size: number, strong = false): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \n]+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word
    if (widthOf(longer, size, strong) <= room) line = longer
    else {
      if (line) lines.push(line)
      line = cut(word, room, size, strong)
    }
  }
  return line ? [...lines, line] : lines
}
