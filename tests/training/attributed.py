"""A text with one annotated attribution, as several tests of the training read it."""

TEXT = "“We will go,” said Ann Lee. “Soon.”\n\nIt rained."
BRAT = """T1\tContent 0 13;28 35
T2\tCue 14 18
T3\tSource 19 26
T4\tAttribution 14 18
E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3
"""
