"""MoSCoW: what must, should, could and will not be in a release."""
