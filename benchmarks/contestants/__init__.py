"""Tools that are timed beside each other: each module has ``prepare(path)``, which returns the work to be timed."""
