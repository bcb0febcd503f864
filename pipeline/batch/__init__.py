"""Many documents: manifest, workers, limits, resume, cluster."""
