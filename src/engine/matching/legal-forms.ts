/** What kind of legal person a form makes; two kinds that differ speak against one organisation. */
export type LegalKind =
  | 'limited'
  | 'public-limited'
  | 'partnership'
  | 'trader'
  | 'cooperative'
  | 'association'
  | 'foundation'
  | 'joint-authority'
  | 'enterprise'

/**
 * Legal forms of European countries as they stand in names, folded, words apart by a blank. `anywhere`: no word
 * of a name looks like it. `edge`: only as the first or last word. A form written with points or a slash
 * (s.r.o., A/S, t:mi) is listed with its letters apart and is found joined too.
 */
const forms: readonly { kind: LegalKind; anywhere?: string; edge?: string }[] = [
  {
    // fi sv en de at ch nl
    kind: 'limited',
    anywhere:
      'oy|o y|osakeyhtio|yksityinen osakeyhtio|aktiebolag|aktiebolaget|oy ab|ab oy|oy ltd|ltd oy|ltd|limited|limited company|private limited company|llc|l l c|inc|incorporated|gmbh|g m b h|ggmbh|gesellschaft mit beschrankter haftung|gemeinnutzige gmbh|mbh|besloten vennootschap|corporation',
    edge: 'ab|bv|b v|bvba|b v b a|sprl|s p r l|srl|s r l|sarl|s a r l|s a r l s|co|corp|ug|unternehmergesellschaft|company|pvt ltd|teo|teoranta',
  },
  {
    // da no is
    kind: 'limited',
    anywhere: 'aps|ap s|anpartsselskab|ivs|ehf|einkahlutafelag|aksjeselskap',
    edge: 'as|a s',
  },
  {
    // et lv lt
    kind: 'limited',
    anywhere:
      'osauhing|uab|u a b|uzdaroji akcine bendrove|sabiedriba ar ierobezotu atbildibu|valsts sabiedriba ar ierobezotu atbildibu|pasvaldibas sabiedriba ar ierobezotu atbildibu',
    edge: 'ou|o u|sia|s i a|vsia|psia|vsi',
  },
  {
    // pl cs sk hu sl hr ro bg el
    kind: 'limited',
    anywhere:
      'spzoo|sp zoo|sp z o o|sp z oo|spolka zoo|spolka z o o|spolka z oo|spolka z ograniczona odpowiedzialnoscia|spol s r o|spol sro|spolecnost s rucenim omezenym|spolocnost s rucenim obmedzenym|korlatolt felelossegu tarsasag|druzba z omejeno odgovornostjo|drustvo s ogranicenom odgovornoscu|jednostavno drustvo s ogranicenom odgovornoscu|eood|ood|druzhestvo s ogranichena otgovornost|epe|ike|societate cu raspundere limitata',
    edge: 's r o|sro|kft|k f t|nonprofit kft|d o o|doo|j d o o|jdoo|d n o|dno',
  },
  {
    // es pt it fr
    kind: 'limited',
    anywhere:
      'sociedad limitada|sociedad de responsabilidad limitada|societa a responsabilita limitata|sociedade por quotas|lda|limitada|unipessoal lda|societe a responsabilite limitee|eurl',
    edge: 'sl|s l|slu|s l u|sll|s l l|srls|s r l s|sas|s a s|sasu',
  },
  {
    kind: 'public-limited',
    anywhere:
      'oyj|julkinen osakeyhtio|abp|publikt aktiebolag|plc|p l c|public limited company|aktieselskab|aktsiaselts|akciju sabiedriba|akcine bendrove|spolka akcyjna|akciova spolecnost|akciova spolocnost|zartkoruen mukodo reszvenytarsasag|reszvenytarsasag|zrt|nyrt|delniska druzba|dionicko drustvo|aktsionerno druzhestvo|aktiengesellschaft|allmennaksjeselskap|naamloze vennootschap|sociedad anonima|societa per azioni|societe anonyme|sociedade anonima|sae|hf',
    edge: 'ag|asa|sa|s a|sau|s a u|spa|s p a|nv|n v|se|ad|ead|d d|dd|rt|scpa|s c p a|ae|a e|a d|e a d|vas|oao|zao|pao',
  },
  {
    kind: 'partnership',
    anywhere:
      'kommandiittiyhtio|kommanditbolag|avoin yhtio|oppet bolag|handelsbolag|spolka jawna|spolka komandytowa|spolka cywilna|gmbh co kg|ohg|lp|llp|l l p|interessentskab|komanditsko drustvo|komanditna spolocnost|verejna obchodni spolecnost|beteti tarsasag|usaldusuhing|taisuhing|kommanditgesellschaft|sporf',
    edge: 'mb|og|eeg|keg|ky|k y|kb|ay|hb|kg|co kg|sp j|sp k|s c|i s|is|p s|k s|v o s|bt|k d|gbr|snc|s n c|vof|tu|bk|pmtu|cb|c b|maatschap',
  },
  {
    kind: 'trader',
    anywhere:
      'tmi|t mi|toiminimi|firma|fa|yksityinen elinkeinonharjoittaja|yksityinen elinkeinon harjoittaja|enskild naringsidkare|enskild firma|enkeltmandsvirksomhed|enkeltpersonforetak|einzelunternehmen|ednolichen targovets|jednoosobowa dzialalnosc gospodarcza|fuzicka osoba podnikatel|fie',
    edge: 'e k|ek|e v i|e u|ev|et|e t|fo p|s p',
  },
  {
    kind: 'cooperative',
    anywhere:
      'osk|osuuskunta|andelslag|anl|ekonomisk forening|ek for|andelsselskab|a m b a|amba|s m b a|v m b a|genossenschaft|egen|e g|tulundusuhistu|kooperativa sabiedriba|spoldzielnia|zadruga|sociedad cooperativa|s coop|scoop|soc coop|societa cooperativa|scarl|s c a r l|scrl|s c r l|s coop and|druzstvo|szovetkezet|kooperatsiya',
    edge: 'scop|coop',
  },
  {
    kind: 'association',
    anywhere:
      'ry|r y|rekisteroity yhdistys|rf|r f|registrerad forening|registered association|reg assoc|e v|eingetragener verein|mittetulundusuhing|biedriba|z s|zapsany spolek|o z|obcianske zdruzenie|udruga|asbl|a s b l|vzw|v z w|egyesulet|sdruzhenie|o p s|obecne prospesna spolecnost|z u|f m b a',
    edge: 'ev|mtu|zs|oz|ops',
  },
  {
    kind: 'foundation',
    anywhere:
      'den erhvervsdrivende fond|erhvervsdrivende fond|den selvejende institution|selvejende institution|sr|s r|rs|r s|saatio sr|saatio rs|sihtasutus|nodibinajums|stichting|nadace|alapitvany|fundatsiya',
    edge: 'sa',
  },
  {
    kind: 'joint-authority',
    anywhere: 'kuntayhtyma|kuntainliitto|samkommun|samkommunen|joint municipal authority',
    edge: 'ky|kn',
  },
  { kind: 'enterprise', anywhere: 'liikelaitos|liikelaitoskuntayhtyma|affarsverk|affarsverket' },
]

type Form = { kinds: readonly LegalKind[]; edge: boolean }
const table = new Map<string, Form>()
/** The most words that a form beginning with this word has. */
const longest = new Map<string, number>()
for (const { kind, anywhere, edge } of forms) {
  for (const [list, atEdge] of [
    [anywhere, false],
    [edge, true],
  ] as const) {
    for (const written of list?.split('|') ?? []) {
      for (const form of new Set([
        written,
        written.replace(/ /g, '').length <= 5 ? written.replace(/ /g, '') : written,
      ])) {
        const known = table.get(form)
        table.set(form, {
          kinds: [...(known?.kinds ?? []), kind],
          edge: known ? known.edge && atEdge : atEdge,
        })
        const [first = ''] = form.split(' ', 1)
        longest.set(first, Math.max(longest.get(first) ?? 1, form.split(' ').length))
      }
    }
  }
}

export type LegalForms = { kinds: readonly LegalKind[]; written: readonly string[]; rest: readonly number[] }

/**
 * Takes the legal forms out of a name's folded words: which kinds they may mean ("ky" is a limited partnership
 * or a joint municipal authority), and the positions of the words that remain. A name that is nothing but legal
 * forms keeps its words.
 */
export function findLegalForms(words: readonly string[]): LegalForms {
  const taken = new Set<number>()
  const found: Form[] = []
  const written: string[] = []
  const mark = (start: number, form: Form, size: number): void => {
    for (let k = 0; k < size; k++) taken.add(start + k)
    found.push(form)
    written.push(words.slice(start, start + size).join(' '))
  }
  for (let i = 0; i < words.length; i++) {
    if (taken.has(i)) continue
    for (let size = Math.min(longest.get(words[i]!) ?? 0, words.length - i); size > 0; size--) {
      const form = table.get(size === 1 ? words[i]! : words.slice(i, i + size).join(' '))
      if (!form || form.edge) continue
      mark(i, form, size)
      i += size - 1
      break
    }
  }
  let end = words.length
  while (end > 0 && taken.has(end - 1)) end--
  for (let size = Math.min(4, end - 1); size > 0; size--) {
    if ((longest.get(words[end - size]!) ?? 0) < size) continue
    const form = table.get(words.slice(end - size, end).join(' '))
    if (form && !taken.has(end - size)) {
      mark(end - size, form, size)
      break
    }
  }
  let start = 0
  while (start < words.length && taken.has(start)) start++
  const first = words[start]
  const form = first && start + 1 < words.length && !taken.has(start) && table.get(first)
  if (form && first.length <= 4 && found.length === 0) mark(start, form, 1)
  const rest = words.map((_, i) => i).filter((i) => !taken.has(i))
  if (rest.length === 0) return { kinds: [], written: [], rest: words.map((_, i) => i) }
  return { kinds: common(found.map((each) => each.kinds)), written, rest }
}

const common = (kinds: readonly (readonly LegalKind[])[]): readonly LegalKind[] => {
  const [first, ...others] = kinds
  if (!first) return []
  const all = first.filter((kind) => others.every((list) => list.includes(kind)))
  return all.length > 0 ? all : [...new Set(kinds.flat())]
}

/**
 * -1 the forms contradict, 0 nothing to compare, 1 they agree. A private and a public limited company are two until
 * somebody says that the one became the other; a joint authority may call itself an enterprise.
 */
export function compareLegalForms(a: readonly LegalKind[], b: readonly LegalKind[]): -1 | 0 | 1 {
  if (a.length === 0 || b.length === 0) return 0
  if (a.some((kind) => b.includes(kind))) return 1
  const municipal = (kinds: readonly LegalKind[]): boolean =>
    kinds.includes('joint-authority') || kinds.includes('enterprise')
  return municipal(a) && municipal(b) ? 0 : -1
}
