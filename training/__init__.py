"""Makes the English engine from treebanks; no part of the package that is installed."""
