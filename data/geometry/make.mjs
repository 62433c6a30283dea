// Draws finland-nuts3.json from GISCO's NUTS 3 boundaries: node data/geometry/make.mjs NUTS3.geojson
// The polygons of the origin were simplified one by one, so neighbours disagree about their border by a hair.
// Here they are sewn together first and simplified as shared arcs after, so no slivers are left.
import { readFileSync, writeFileSync } from 'node:fs'
import { geoConicConformal, geoPath } from 'd3-geo'

const width = 400
const height = 680
const sewing = 0.6 // px: a neighbour's corner this near an edge belongs to that edge
const flat = 1.1 // px²: a corner whose triangle is smaller than this is left out
const islet = 2.2 // px²: islands smaller than this are left out (one region always keeps its largest)

const input = process.argv[2]
if (!input) throw new Error('usage: node data/geometry/make.mjs NUTS3.geojson')
const { features } = JSON.parse(readFileSync(input, 'utf8'))

// d3-geo wants clockwise outer rings on the sphere; the file follows RFC 7946.
const turned = features.map((f) => ({
  ...f,
  geometry: {
    type: 'MultiPolygon',
    coordinates: (f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates).map((p) =>
      p.map((ring) => [...ring].reverse()),
    ),
  },
}))
const projection = geoConicConformal()
  .parallels([60, 69])
  .rotate([-26, 0])
  .fitExtent([[6, 6], [width - 6, height - 6]], { type: 'FeatureCollection', features: turned })

const area = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - y * ring[(i + 1) % ring.length][0], 0) / 2)
const key = ([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`

const regions = turned.map((f) => {
  const rings = f.geometry.coordinates.flat().map((ring) => ring.slice(0, -1).map(projection))
  const largest = Math.max(...rings.map(area))
  return { code: f.properties.NUTS_ID, feature: f, rings: rings.filter((r) => area(r) === largest || area(r) >= islet) }
})

sew(regions)
const arcs = new Map()
const shapes = regions.map(({ code, feature, rings }) => ({
  code,
  path: rings.map((ring) => draw(simplify(ring))).join(''),
  at: geoPath(projection).centroid(feature).map((n) => Math.round(n)),
}))
shapes.sort((a, b) => a.code.localeCompare(b.code))
const labels = JSON.parse(readFileSync(new URL('labels.json', import.meta.url), 'utf8'))
const out = shapes.map(({ code, path, at }) => `    {"code":"${code}","at":${JSON.stringify(labels[code]?.at ?? at)},"named":${labels[code]?.named ?? false},"path":"${path}"}`)
writeFileSync(
  new URL('finland-nuts3.json', import.meta.url),
  `{\n  "width": ${width},\n  "height": ${height},\n  "regions": [\n${out.join(',\n')}\n  ]\n}\n`,
)

/** Gives every ring the corners that its neighbours have on the same border. */
function sew(all) {
  const corners = all.flatMap((r) => r.rings.flatMap((ring) => ring.map((p) => ({ p, owner: r.code }))))
  const cell = 8
  const grid = new Map()
  for (const c of corners) {
    const at = `${Math.floor(c.p[0] / cell)},${Math.floor(c.p[1] / cell)}`
    grid.set(at, [...(grid.get(at) ?? []), c])
  }
  const near = (a, b) => {
    const found = []
    for (let x = Math.floor(Math.min(a[0], b[0]) / cell) - 1; x <= Math.floor(Math.max(a[0], b[0]) / cell) + 1; x++)
      for (let y = Math.floor(Math.min(a[1], b[1]) / cell) - 1; y <= Math.floor(Math.max(a[1], b[1]) / cell) + 1; y++)
        found.push(...(grid.get(`${x},${y}`) ?? []))
    return found
  }
  for (const region of all)
    region.rings = region.rings.map((ring) => {
      const own = new Set(ring.map(key))
      return ring.flatMap((a, i) => {
        const b = ring[(i + 1) % ring.length]
        const length = Math.hypot(b[0] - a[0], b[1] - a[1])
        const extra = near(a, b).flatMap(({ p, owner }) => {
          if (owner === region.code || own.has(key(p)) || length === 0) return []
          const t = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length ** 2
          const off = Math.abs((p[0] - a[0]) * (b[1] - a[1]) - (p[1] - a[1]) * (b[0] - a[0])) / length
          return t > 0 && t < 1 && off < sewing ? [{ t, p }] : []
        })
        const seen = new Set()
        return [a, ...extra.sort((m, n) => m.t - n.t).map((e) => e.p).filter((p) => !seen.has(key(p)) && seen.add(key(p)))]
      })
    })
}

/** Cuts a ring where its neighbour changes, thins each piece once for both sides, joins the pieces. */
function simplify(ring) {
  const cuts = ring.flatMap((_, i) => (isJunction(ring, i) ? [i] : []))
  if (cuts.length < 2) return thin([...ring, ring[0]], 3).slice(0, -1)
  return cuts.flatMap((start, n) => {
    const end = cuts[(n + 1) % cuts.length]
    const piece = end > start ? ring.slice(start, end + 1) : [...ring.slice(start), ...ring.slice(0, end + 1)]
    const name = piece.map(key).join(' ')
    const mirrored = [...piece].reverse().map(key).join(' ')
    if (!arcs.has(name)) {
      const thinned = thin(piece, 2)
      arcs.set(name, thinned)
      arcs.set(mirrored, [...thinned].reverse())
    }
    return arcs.get(name).slice(0, -1)
  })
}

function isJunction(ring, i) {
  const before = ring[(i - 1 + ring.length) % ring.length]
  const after = ring[(i + 1) % ring.length]
  return !sameNeighbours(ring[i], before, after)
}

/** Whether everyone who has this corner goes on from it to the same two corners. */
function sameNeighbours(corner, before, after) {
  neighbours ??= regions.flatMap((r) => r.rings).reduce((map, ring) => {
    ring.forEach((p, i) => {
      const set = map.get(key(p)) ?? new Set()
      set.add(key(ring[(i + 1) % ring.length])).add(key(ring[(i - 1 + ring.length) % ring.length]))
      map.set(key(p), set)
    })
    return map
  }, new Map())
  const set = neighbours.get(key(corner))
  const owners = (ownersOf ??= countOwners()).get(key(corner))
  return set.size === 2 && set.has(key(before)) && set.has(key(after)) && owners === ownersOf.get(key(before)) && owners === ownersOf.get(key(after))
}

/** Visvalingam and Whyatt (1993): drops the corner with the smallest triangle until all are large enough. */
function thin(points, least) {
  const kept = [...points]
  for (;;) {
    let smallest = flat
    let at = -1
    for (let i = 1; i < kept.length - 1; i++) {
      const size = area([kept[i - 1], kept[i], kept[i + 1]])
      if (size < smallest) [smallest, at] = [size, i]
    }
    if (at < 0 || kept.length <= least + 1) return kept
    kept.splice(at, 1)
  }
}

/** An SVG path in relative steps of a tenth of a pixel. */
function draw(ring) {
  const tenths = ring.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)])
  const [first, ...rest] = tenths
  let [px, py] = first
  let path = `M${px / 10},${py / 10}l`
  path += rest
    .filter(([x, y], i) => i === 0 || x !== rest[i - 1][0] || y !== rest[i - 1][1])
    .map(([x, y]) => {
      const step = `${(x - px) / 10},${(y - py) / 10}`
      px = x
      py = y
      return step
    })
    .join(' ')
    .replaceAll(' -', '-')
    .replaceAll(',-', '-')
  return `${path}z`.replaceAll(/(^|[^\d])0\./g, '$1.')
}

var neighbours
var ownersOf
function countOwners() {
  const owners = new Map()
  for (const r of regions) for (const k of new Set(r.rings.flat().map(key))) owners.set(k, `${owners.get(k) ?? ''} ${r.code}`)
  return owners
}
