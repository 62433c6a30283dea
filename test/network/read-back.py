"""A GEXF or GraphML file as networkx reads it: its path and format as arguments, nodes and edges as JSON on standard output."""
import json
import sys

import networkx as nx

path, form = sys.argv[1:]
graph = nx.read_gexf(path) if form == "gexf" else nx.read_graphml(path, force_multigraph=True)
json.dump({"nodes": list(graph.nodes(data=True)), "edges": list(graph.edges(data=True)), "directed": graph.is_directed()}, sys.stdout)
