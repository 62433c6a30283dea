/** The light values of the tokens that drawings use, for pictures that stand outside our pages (styles/tokens.css). */
const tones: Readonly<Record<string, string>> = {
  ink: '#212121',
  'ink-2': '#586267',
  bg: '#fff',
  edge: '#6d777d',
  link: '#235a9a',
  grid: '#e4e8eb',
  mark: '#00357a',
  soft: '#c3d6ec',
  c1: '#00357a',
  c2: '#903800',
  c3: '#166756',
  c4: '#6e42a6',
  c5: '#3d7bad',
  q1: '#e6eef8',
  q2: '#bdd3ec',
  q3: '#86aedb',
  q4: '#3f78b8',
  q5: '#00357a',
  'on-q3': '#0f1722',
  'on-q5': '#fff',
}

/** A drawing with every colour written out. */
export const inLight = (svg: string): string =>
  svg.replaceAll(/var\(--([a-z0-9-]+)\)/g, (_, name: string) => tones[name] ?? '#212121')
