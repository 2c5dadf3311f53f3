"""Whether a count is unusual: the detectors of other desks, ours, and one law over all series.

ears, farrington    the methods of public health, as their papers say them
panel               our detector (osawatch.gpd) for thousands of series at once
budget              which of a day's series may speak: a false-alert budget in place of a sigma
episodes            a burst is told once
All are pure. numpy is imported by the modules that need it, and those only when they are used.
"""
