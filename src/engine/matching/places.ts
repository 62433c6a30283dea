import { fold } from './transliteration.ts'

/**
 * Finnish municipalities, today's and those joined to others since 2000, with the Swedish name where it differs
 * (Institute for the Languages of Finland). A blank inside a name is written as an underscore.
 */
const municipalities = `
Akaa Alajärvi Alavieska Alavus Asikkala Askola Aura Brändö Eckerö Enonkoski Enontekiö=Enontekis Espoo=Esbo Eura
Eurajoki=Euraåminne Evijärvi Finström Forssa Föglö Geta Haapajärvi Haapavesi Hailuoto=Karlö Halsua
Hamina=Fredrikshamn Hammarland Hankasalmi Hanko=Hangö Harjavalta Hartola Hattula Hausjärvi Heinola Heinävesi
Helsinki=Helsingfors Hirvensalmi Hollola Huittinen Humppila Hyrynsalmi Hyvinkää=Hyvinge Hämeenkyrö=Tavastkyro
Hämeenlinna=Tavastehus Ii Iisalmi=Idensalmi Iitti Ikaalinen=Ikalis Ilmajoki Ilomantsi=Ilomants Imatra Inari=Enare
Inkoo=Ingå Isojoki=Storå Isokyrö=Storkyro Janakkala Joensuu Jokioinen=Jockis Jomala Joroinen=Jorois Joutsa Juuka
Juupajoki Juva Jyväskylä Jämijärvi Jämsä Järvenpää=Träskända Kaarina Kaavi Kajaani=Kajana Kalajoki Kangasala
Kangasniemi Kankaanpää Kannonkoski Kannus Karijoki=Bötom Karkkila=Högfors Karstula Karvia Kaskinen=Kaskö Kauhajoki
Kauhava Kauniainen=Grankulla Kaustinen=Kaustby Keitele Kemi Kemijärvi Keminmaa Kemiönsaari=Kimitoön Kempele
Kerava=Kervo Keuruu Kihniö Kinnula Kirkkonummi=Kyrkslätt Kitee Kittilä Kiuruvesi Kivijärvi Kokemäki=Kumo
Kokkola=Karleby Kolari Konnevesi Kontiolahti Korsnäs Kotka Kouvola Kristiinankaupunki=Kristinestad
Kruunupyy=Kronoby Kuhmo Kuhmoinen Kumlinge Kuopio Kuortane Kurikka Kustavi=Gustavs Kuusamo Kyyjärvi Kärkölä
Kärsämäki Kökar Lahti=Lahtis Laihia=Laihela Laitila Lapinjärvi=Lappträsk Lapinlahti Lappajärvi
Lappeenranta=Villmanstrand Lapua=Lappo Laukaa Lemi Lemland Lempäälä Leppävirta Lestijärvi Lieksa Lieto=Lundo
Liminka=Limingo Liperi Lohja=Lojo Loimaa Loppi Loviisa=Lovisa Luhanka Lumijoki Lumparland Luoto=Larsmo Luumäki
Maalahti=Malax Maarianhamina=Mariehamn Marttila Masku Merijärvi Merikarvia=Sastmola Miehikkälä Mikkeli Muhos Multia
Muonio Mustasaari=Korsholm Muurame Mynämäki Myrskylä=Mörskom Mäntsälä Mäntyharju Mänttä Naantali=Nådendal Nakkila
Nivala Nokia Nousiainen=Nousis Nurmes Nurmijärvi Närpiö=Närpes Orimattila Oripää Orivesi Oulainen Oulu=Uleåborg
Outokumpu Padasjoki Paimio=Pemar Paltamo Parainen=Pargas Parikkala Parkano Pedersöre Pelkosenniemi Pello Perho
Pertunmaa Petäjävesi Pieksämäki Pielavesi Pietarsaari=Jakobstad Pihtipudas Pirkkala=Birkala Polvijärvi
Pomarkku=Påmark Pori=Björneborg Pornainen=Borgnäs Porvoo=Borgå Posio Pudasjärvi Pukkila Punkalaidun Puolanka Puumala
Pyhtää=Pyttis Pyhäjoki Pyhäjärvi Pyhäntä Pyhäranta Pälkäne Pöytyä Raahe=Brahestad Raasepori=Raseborg Raisio=Reso
Rantasalmi Ranua Rauma=Raumo Rautalampi Rautavaara Rautjärvi Reisjärvi Riihimäki Ristijärvi Rovaniemi Ruokolahti
Ruovesi Rusko Rääkkylä Saarijärvi Salla Salo Saltvik Sastamala Sauvo=Sagu Savitaipale Savonlinna=Nyslott Savukoski
Seinäjoki Sievi Siikainen Siikajoki Siikalatva Siilinjärvi Simo Sipoo=Sibbo Siuntio=Sjundeå Sodankylä Soini Somero
Sonkajärvi Sotkamo Sottunga Sulkava Sund Suomussalmi Suonenjoki Sysmä Säkylä Taipalsaari Taivalkoski
Taivassalo=Tövsala Tammela Tampere=Tammerfors Tervo Tervola Teuva=Östermark Tohmajärvi Toholampi Toivakka
Tornio=Torneå Turku=Åbo Tuusniemi Tuusula=Tusby Tyrnävä Ulvila=Ulvsby Urjala Utajärvi Utsjoki Uurainen
Uusikaarlepyy=Nykarleby Uusikaupunki=Nystad Vaala Vaasa=Vasa Valkeakoski Vantaa=Vanda Varkaus Vehmaa Vesanto
Vesilahti Veteli=Vetil Vieremä Vihti=Vichtis Viitasaari Vilppula Vimpeli Virolahti Virrat=Virdois Vårdö Vöyri=Vörå
Ylitornio=Övertorneå Ylivieska Ylöjärvi Ypäjä Ähtäri=Etseri Äänekoski
Alahärmä Alastaro Anjalankoski Artjärvi Askainen Dragsfjärd Elimäki Eno Halikko Hauho Haukipudas Haukivuori Himanka
Houtskari=Houtskär Hämeenkoski Jaala Jalasjärvi Joutseno Juankoski Jurva Jämsänkoski Kalvola Karjaa=Karis Karttula
Kerimäki Kesälahti Kestilä Kiihtelysvaara Kiikala Kiikoinen Kiiminki Kisko Kiukainen Korpilahti Korppoo=Korpo
Kortesjärvi Kuivaniemi Kuru Kuusankoski Kylmäkoski Kälviä Köyliö Lammi Lavia Lehtimäki Leivonmäki Lohtaja Luvia
Längelmäki Maaninka Mouhijärvi Nastola Nauvo=Nagu Nilsiä Noormarkku Nurmo Oravainen=Oravais Oulunsalo Pattijoki
Pernaja=Pernå Perniö Piikkiö Piippola Pulkkila Punkaharju Pyhäselkä Pylkönmäki Rantsila Renko Ristiina
Ruotsinpyhtää=Strömfors Ruukki Rymättylä Savonranta Suodenniemi Suolahti Suomenniemi Tammisaari=Ekenäs Tarvasjoki
Toijala Tuulos Tuupovaara Töysä Ullava Valkeala Valtimo Vammala Varpaisjärvi Vehmersalmi Vihanti Viiala Vähäkyrö
Värtsilä Ylihärmä Ylikiiminki Ylistaro Ylämaa Äetsä`

/** Genitives that the rules below do not make. */
const irregular: Record<string, string> = {
  alavus: 'alavuden',
  varkaus: 'varkauden',
  isokyro: 'isonkyron',
  uusikaupunki: 'uudenkaupungin',
  uusikaarlepyy: 'uudenkaarlepyyn',
  virrat: 'virtain',
  lapua: 'lapuan',
  loppi: 'lopen',
  nurmes: 'nurmeksen',
  kannus: 'kannuksen',
  muhos: 'muhoksen',
  pihtipudas: 'pihtiputaan',
  haukipudas: 'haukiputaan',
  punkalaidun: 'punkalaitumen',
  tampere: 'tampereen',
  isojoki: 'isonjoen',
  pyhaselka: 'pyhaselan',
}

/** Regions and historical provinces: Finnish, Swedish, English. Directions are words of their own. */
const provinces: readonly string[] = [
  'uusimaa uudenmaan nyland nylands',
  'satakunta satakunnan satakuntas',
  'pirkanmaa pirkanmaan birkaland birkalands',
  'pohjanmaa pohjanmaan osterbotten osterbottens ostrobothnia',
  'savo savon savolax savonia',
  'karjala karjalan karelen karelens karelia',
  'hame hameen tavastland tavastlands',
  'kymenlaakso kymenlaakson kymmenedalen kymmenedalens',
  'lappi lapin lappland lapplands lapland',
  'kainuu kainuun kajanaland kajanalands',
  'ahvenanmaa ahvenanmaan aland alands',
]

/** Countries as they stand in names, with the forms that inflect. */
const countries: readonly string[] = [
  'finland finlands suomi suomen finnish finska suomalainen',
  'sweden swedish sverige sveriges ruotsi ruotsin svenska ruotsalainen',
  'norway norge norges norja norjan norwegian norsk norske',
  'denmark danmark danmarks tanska tanskan danish dansk danske',
  'estonia eesti viro viron estonian',
  'latvia latvija latvijas latvian',
  'lithuania lietuva lietuvos lithuanian',
  'poland polska polski polska polskie polish',
  'germany deutschland deutsche deutsches deutscher german saksa saksan tyskland',
  'netherlands nederland nederlandse dutch',
  'france francais francaise french',
  'italy italia italiana italiano italian',
  'spain espana espanola espanol spanish',
  'portugal portuguesa portugues portuguese',
  'europe european europa eurooppa euroopan',
  'austria osterreich osterreichische austrian',
  'switzerland schweiz suisse swiss',
  'iceland island islands icelandic',
  'russia venaja venajan ryssland russian',
  'ireland irish eire',
  'hungary magyar hungarian',
  'greece hellas hellenic',
]

/** Cities whose names differ between languages. */
const cities: readonly string[] = [
  'copenhagen kobenhavn kobenhavns kopenhamn kopenhamns kooppenhamina kooppenhaminan',
  'gothenburg goteborg goteborgs',
  'stockholm stockholms tukholma tukholman',
  'vienna wien wiens',
  'munich munchen munchens',
  'cologne koln',
  'prague praha prahy praze',
  'warsaw warszawa warszawski warszawska warszawy',
  'krakow cracow krakowie',
  'rome roma',
  'milan milano',
  'turin torino',
  'florence firenze',
  'venice venezia',
  'naples napoli',
  'genoa genova',
  'geneva geneve genf',
  'zurich zuerich',
  'basel basle',
  'brussels bruxelles brussel',
  'antwerp antwerpen',
  'ghent gent',
  'leuven louvain',
  'lisbon lisboa',
  'porto oporto',
  'seville sevilla',
  'athens athina athinon',
  'thessaloniki thessalonikis',
  'bucharest bucuresti',
  'belgrade beograd beogradu',
  'sofia sofiyski sofiya',
  'moscow moskva moskova moskovan',
  'tallinn tallinna',
  'tartu tarton',
  'riga rigas',
  'vilnius vilniaus',
  'kaunas kauno',
  'the hague den haag',
  'lyon lyons',
  'strasbourg strassburg',
  'nuremberg nurnberg',
  'hanover hannover',
  'aarhus arhus',
  'aalborg alborg',
  'aabenraa abenra',
  'umea uumaja uumajan umeas',
  'lulea luulaja luulajan',
  'uppsala upsala',
  'reykjavik reykjavikur',
  'wroclaw wroclawski wroclawska',
  'poznan poznaniu',
  'gdansk gdanski gdanska',
  'ljubljana ljubljani',
  'zagreb zagrebu',
]

const strongToWeak: readonly (readonly [RegExp, string])[] = [
  [/kk(?=.$)/, 'k'],
  [/pp(?=.$)/, 'p'],
  [/tt(?=.$)/, 't'],
  [/nk(?=.$)/, 'ng'],
  [/nt(?=.$)/, 'nn'],
  [/mp(?=.$)/, 'mm'],
  [/lt(?=.$)/, 'll'],
  [/rt(?=.$)/, 'rr'],
  [/ht(?=.$)/, 'hd'],
  [/lk(?=.$)/, 'l'],
  [/rk(?=.$)/, 'r'],
  [/(?<=[aeiouy])t(?=.$)/, 'd'],
  [/(?<=[aeiouy])k(?=.$)/, ''],
  [/(?<=[aeiouy])p(?=.$)/, 'v'],
  [/s(?=i$)/, 'd'],
]

/** Every form a Finnish place's genitive may take; some are no words, which harms nobody in a comparison. */
export function genitives(name: string): string[] {
  if (irregular[name]) return [irregular[name]]
  if (name.endsWith('nen')) return [`${name.slice(0, -3)}sen`, `${name.slice(0, -3)}sten`]
  const weak = strongToWeak.find(([pattern]) => pattern.test(name))
  const stems = weak ? [name.replace(weak[0], weak[1]), name] : [name]
  const forms = stems.flatMap((stem) => [
    `${stem}n`,
    ...(stem.endsWith('i') ? [`${stem.slice(0, -1)}en`] : []),
    ...(stem.endsWith('e') ? [`${stem}en`] : []),
  ])
  return [...new Set(forms)]
}

const places = new Map<string, string>()
const add = (form: string, place: string): void => {
  if (!places.has(form)) places.set(form, place)
}
for (const group of [...provinces, ...countries, ...cities]) {
  const [first, ...others] = group.split(' ')
  for (const form of [first!, ...others]) add(form, first!)
}
for (const entry of municipalities.trim().split(/\s+/)) {
  const [finnish, swedish] = fold(entry).split('=')
  for (const form of [finnish!, ...genitives(finnish!)]) add(form, finnish!)
  if (swedish) for (const form of [swedish, `${swedish}s`]) add(form, finnish!)
}

/** The place a folded word names in any of its forms ("helsingin", "helsingfors" -> "helsinki"). */
export const placeOf = (word: string): string | undefined => places.get(word)
