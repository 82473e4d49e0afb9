"""One kind of demand is one module: `find(clause, scene)` yields what the clause says of it."""
