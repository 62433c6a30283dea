"""Measures of a weighted graph by networkx: the graph as JSON on standard input, the measures on standard output."""
import json
import sys

import networkx as nx

asked = json.load(sys.stdin)
graph = nx.Graph()
graph.add_nodes_from(range(asked["size"]))
for a, b, weight in asked["edges"]:
    graph.add_edge(a, b, weight=weight, length=1 / weight)
groups = {}
for node, group in enumerate(asked["groups"]):
    groups.setdefault(group, set()).add(node)
tolerance = asked["tolerance"]


def row(values):
    return [None if values[v] != values[v] else values[v] for v in range(asked["size"])]


cut = set(nx.articulation_points(graph))
parts = {node: len(part) for part in nx.connected_components(graph) for node in part}
louvain = max(
    (nx.community.louvain_communities(graph, seed=seed) for seed in range(5)),
    key=lambda found: nx.community.modularity(graph, found),
)
json.dump(
    {
        "measures": {
            "degree": row(dict(graph.degree())),
            "strength": row(dict(graph.degree(weight="weight"))),
            "betweenness, steps": row(nx.betweenness_centrality(graph)),
            "betweenness, lengths": row(nx.betweenness_centrality(graph, weight="length")),
            "closeness, steps": row(nx.closeness_centrality(graph)),
            "closeness, lengths": row(nx.closeness_centrality(graph, distance="length")),
            "PageRank": row(nx.pagerank(graph, tol=tolerance, max_iter=1000)),
            "eigenvector": row(
                nx.eigenvector_centrality(graph, tol=tolerance, max_iter=100000, weight="weight")
            ),
            "clustering": row(nx.clustering(graph)),
            "core number": row(nx.core_number(graph)),
            "constraint": row(nx.constraint(graph, weight="weight")),
            "articulation points": row({v: int(v in cut) for v in graph}),
            "size of the component": row(parts),
        },
        "bridges": sorted(sorted(bridge) for bridge in nx.bridges(graph)),
        "modularity": nx.community.modularity(graph, groups.values()),
        "louvain": nx.community.modularity(graph, louvain),
    },
    sys.stdout,
)
