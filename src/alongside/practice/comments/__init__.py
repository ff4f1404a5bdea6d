"""Comments on a worksheet: on a cell, a row or all of it, with suggestions that can be taken."""
