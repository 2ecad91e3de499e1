"""Pictures of what a corpus knows, drawn with matplotlib: a claim among its sources, its timeline, terms by outlet."""
