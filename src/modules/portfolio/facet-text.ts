import type { Names } from '../../kernel/text.ts'
import { inEach, words } from '../../kernel/text.ts'

/** The facets of innovation in the public sector, and what each asks for. */
export const facetText = words(
  {
    name: 'Innovaation suunta (OPSI)',
    facets: {
      enhancement: 'Parantava',
      mission: 'Päämäärään suuntaava',
      adaptive: 'Sopeutuva',
      anticipatory: 'Ennakoiva',
    },
    says: {
      enhancement: 'Tekee nykyisen paremmin: laatu, teho, vaikuttavuus.',
      mission: 'Ajaa yhteistä selvää päämäärää, esimerkiksi hiilineutraaliutta.',
      adaptive: 'Vastaa ympäristön muutokseen ja kokeilee uutta tekemällä.',
      anticipatory: 'Tutkii tulevaa ja varautuu ennen kuin muutos on tässä.',
    },
  },
  {
    sv: {
      name: 'Innovationens inriktning (OPSI)',
      facets: {
        enhancement: 'Förbättrande',
        mission: 'Målinriktad',
        adaptive: 'Anpassande',
        anticipatory: 'Föregripande',
      },
      says: {
        enhancement: 'Gör det nuvarande bättre: kvalitet, effektivitet, genomslag.',
        mission: 'Driver ett gemensamt tydligt mål, till exempel koldioxidneutralitet.',
        adaptive: 'Svarar på förändringar i omgivningen och prövar nytt i praktiken.',
        anticipatory: 'Utforskar det kommande och förbereder sig innan förändringen är här.',
      },
    },
    en: {
      name: 'Innovation facet (OPSI)',
      facets: {
        enhancement: 'Enhancement oriented',
        mission: 'Mission oriented',
        adaptive: 'Adaptive',
        anticipatory: 'Anticipatory',
      },
      says: {
        enhancement: 'Does better what is done already: quality, efficiency, impact.',
        mission: 'Drives a clear shared goal, such as carbon neutrality.',
        adaptive: 'Answers a changing environment and tries new things by doing.',
        anticipatory: 'Explores what may come and prepares before the change is here.',
      },
    },
  },
)

type Facet = keyof (typeof facetText)['fi']['facets']
const named = (facet: Facet): Names => inEach((l) => facetText[l].facets[facet])

export const facetNames = {
  name: inEach((l) => facetText[l].name) as Names,
  enhancement: named('enhancement'),
  mission: named('mission'),
  adaptive: named('adaptive'),
  anticipatory: named('anticipatory'),
}
